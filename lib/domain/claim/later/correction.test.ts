import { expect, it } from 'vitest';
import { correctionForm, kindOfGround, orderFault } from '@/lib/domain/claim/later/correction';

const sent = {
  reference: 'R-0123-4567',
  correction: '6f0f2c5e-0d62-4a39-8d2d-6a2f5b8a1c11',
  correctionReason: 'a wrong name',
};
const order = { correctionOrderedOn: '2026-11-20', correctionJudge: 'Okafor J.' };
const faultsOf = (typed: Record<string, string>) => {
  const { error } = correctionForm.safeParse({ ...sent, ...typed });
  return Object.fromEntries(error?.issues.map(({ path, message }) => [path[0], message]) ?? []);
};

it.each([
  [{ ground: 'before-close' }],
  [{ ground: 'consent' }],
  [{ ground: 'leave', ...order }],
  [{ ground: 'order', ...order }],
])('takes %j', (typed) => {
  expect(faultsOf(typed)).toEqual({});
});

it.each([
  [{}, { ground: 'chooseGround' }],
  [{ ground: 'leave' }, { correctionOrderedOn: 'enterDate', correctionJudge: 'enterJudge' }],
  [{ ground: 'order', correctionJudge: 'Okafor J.' }, { correctionOrderedOn: 'enterDate' }],
  [
    { ground: 'consent', ...order },
    { correctionOrderedOn: 'orderNeedless', correctionJudge: 'orderNeedless' },
  ],
  [{ ground: 'order', ...order, correctionOrderedOn: '2026-02-30' }, { correctionOrderedOn: 'enterDate' }],
  [{ ground: 'consent', correctionReason: ' ' }, { correctionReason: 'enterReason' }],
  [{ ground: 'consent', correction: 'x' }, { correction: 'correctionGone' }],
])('refuses %j', (typed: Record<string, string>, faults) => {
  expect(faultsOf(typed)).toEqual(faults);
});

it('amends by rule 26 and corrects by r. 59.06', () => {
  expect(['before-close', 'consent', 'leave'].map((ground) => kindOfGround(ground as 'leave'))).toEqual(
    Array(3).fill('amended-document'),
  );
  expect(kindOfGround('order')).toBe('corrected-document');
});

it('takes an order from the day of the document until today', () => {
  const now = new Date('2026-11-25T04:30:00Z');
  const faultOn = (orderedOn: string) => orderFault({ orderedOn, issuedOn: '2026-11-23' }, now);
  expect(faultOn('')).toBeUndefined();
  expect(faultOn('2026-11-22')).toBe('orderBeforeIssue');
  expect(faultOn('2026-11-23')).toBeUndefined();
  expect(faultOn('2026-11-24')).toBeUndefined();
  expect(faultOn('2026-11-25')).toBe('orderInFuture');
});
