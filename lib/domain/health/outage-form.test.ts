import { expect, it } from 'vitest';
import { instantOf, outageForm } from '@/lib/domain/health/outage-form';

const typed = { startOn: '2026-11-20', startTime: '10:05', whatEn: 'Uploads', whatFr: 'Les téléversements' };
const errorsOf = (change: object) =>
  outageForm
    .safeParse({ ...typed, ...change })
    .error?.issues.map(({ path, message }) => `${path.join()} ${message}`) ?? [];

it('reads a time as Toronto’s, in winter and in summer', () => {
  expect(instantOf('2026-11-20', '9:05').toISOString()).toBe('2026-11-20T14:05:00.000Z');
  expect(instantOf('2026-07-20', '14h30').toISOString()).toBe('2026-07-20T18:30:00.000Z');
});

it('takes an outage that lasts, and one that ended after it began', () => {
  expect(errorsOf({})).toEqual([]);
  expect(errorsOf({ endOn: '2026-11-20', endTime: '10:06' })).toEqual([]);
  expect(errorsOf({ endOn: '2026-11-20', endTime: '10:05' })).toEqual(['endOn untilBeforeFrom']);
  expect(errorsOf({ endOn: '2026-11-20' })).toEqual(['endTime enterTime']);
  expect(errorsOf({ endTime: '10:06' })).toEqual(['endOn enterDate']);
});

it('takes no other times, and facts in both languages alone', () => {
  for (const startTime of ['', '24:00', '10:60', '10', 'noon'])
    expect(errorsOf({ startTime }), startTime).toEqual(['startTime enterTime']);
  expect(errorsOf({ whatFr: ' ' })).toEqual(['whatFr enterWhat']);
});
