import { expect, it } from 'vitest';
import { mailStanding } from '@/lib/domain/filing/mail-standing';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 15, minute));
const sent = {
  state: 'sent' as const,
  sentAt: at(1),
  deliveredAt: null,
  bouncedAt: null,
  complainedAt: null,
};

it.each([
  ['nothing was reported', {}, { standing: 'sent', at: at(1) }],
  ['it arrived', { deliveredAt: at(2) }, { standing: 'delivered', at: at(2) }],
  ['it came back after all', { deliveredAt: at(2), bouncedAt: at(3) }, { standing: 'bounced', at: at(3) }],
  ['it was unwanted', { deliveredAt: at(2), complainedAt: at(4) }, { standing: 'complained', at: at(4) }],
  [
    'a report came before we knew that it was taken',
    { state: 'queued' as const, sentAt: null, bouncedAt: at(2) },
    { standing: 'bounced', at: at(2) },
  ],
])('tells what is last known of a message: %s', (_, reported, standing) => {
  expect(mailStanding({ ...sent, ...reported })).toEqual(standing);
});
