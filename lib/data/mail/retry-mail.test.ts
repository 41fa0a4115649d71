import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { type MailState, outbox } from '@/lib/data/db/schema/mail';
import { retryMail } from '@/lib/data/mail/mails';
import { leaseMail } from '@/lib/data/mail/outbox';
import { env } from '@/lib/env';
import { newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';

const sentFirst = new Date('2026-11-20T15:00:00Z');
const now = new Date('2026-11-24T15:00:00Z');

async function storeMail(state: MailState): Promise<string> {
  const mail = {
    kind: 'claim-issued' as const,
    recipient: 'zoe@example.org',
    subject: '',
    html: '',
    text: '',
    attachments: [],
  };
  const tried = {
    ...{ attempts: 3, firstAttemptAt: sentFirst, sender: 'Wrong <wrong@example.org>' },
    ...{ dueAt: sentFirst, lastError: 'validation_error' },
  };
  const dedupeKey = crypto.randomUUID();
  const [row] = await db()
    .insert(outbox)
    .values({ ...mail, ...tried, state, dedupeKey })
    .returning();
  return row?.id ?? '';
}

const stateOf = async (id: string) => (await db().select().from(outbox).where(eq(outbox.id, id)))[0]?.state;

onDatabase('retrying e-mail', () => {
  it.each<MailState>(['failed', 'uncertain'])(
    'sends one that is %s again, its day of tries new, from today’s sender',
    async (state) => {
      const id = await storeMail(state);
      await retryMail(await newPerson('clerk'), id, now);
      const anew = { id, attempts: 1, firstAttemptAt: now, sender: env.MAIL_FROM };
      expect(await leaseMail(now, 5, 180_000)).toMatchObject([anew]);
    },
  );

  it.each<MailState>(['sent', 'queued'])('leaves one that is %s', async (state) => {
    const id = await storeMail(state);
    await expect(retryMail(await newPerson('clerk'), id, now)).rejects.toThrow(new Refused('nothingToRetry'));
    expect(await stateOf(id)).toBe(state);
  });

  it('is not for filers and visitors', async () => {
    const id = await storeMail('failed');
    await expect(retryMail(await newPerson(), id, now)).rejects.toThrow(NotFound);
    await expect(retryMail({ kind: 'anonymous' }, id, now)).rejects.toThrow(NotFound);
    expect(await stateOf(id)).toBe('failed');
  });
});
