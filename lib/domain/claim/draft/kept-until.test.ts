import { expect, it } from 'vitest';
import { keptUntil } from '@/lib/domain/claim/draft/kept-until';

const day = (on: string) => new Date(`2026-${on}T15:00:00Z`);

it('counts from the last save, and leaves two weeks after the message', () => {
  const updatedAt = day('01-01');
  const until = (expiryToldAt: Date | null, now: Date) => keptUntil({ updatedAt, expiryToldAt }, 180, now);
  expect(until(null, day('01-02'))).toEqual(day('06-30'));
  expect(until(day('06-16'), day('06-20'))).toEqual(day('06-30'));
  expect(until(null, day('11-01'))).toEqual(day('11-15'));
  expect(until(day('10-20'), day('11-01'))).toEqual(day('11-03'));
});

it('begins anew when the draft is saved after the message', () => {
  const draft = { updatedAt: day('06-20'), expiryToldAt: day('06-16') };
  expect(keptUntil(draft, 30, day('06-21'))).toEqual(day('07-20'));
});
