import { expect, it } from 'vitest';
import { colleagueField, workAct, workForm, workOf } from '@/lib/domain/health/work';

const id = '3f0a1c52-6a0e-4b8e-9d0e-0d9f6f3c1a2b';

it.each([
  { act: 'take', kind: 'hold', id: 'R-7K3M-9QX2', seen: null },
  { act: 'give', kind: 'mail', id, seen: id },
  { act: 'give-back', kind: 'approval', id, seen: id },
] as const)('reads what a button says: $act $kind', (act) => {
  expect(workForm.parse({ work: workAct(act) }).work).toEqual(act);
});

it('takes nothing else for a button, and keeps the fields of the rows', () => {
  for (const work of ['', 'take', 'take hold R-1', 'drop hold R-1 -', `take hold R-1 ${id} more`, 7])
    expect(workForm.safeParse({ work }).success, String(work)).toBe(false);
  const field = colleagueField({ kind: 'late', id: 'R-1' });
  expect(workForm.parse({ work: 'give late R-1 -', [field]: id })[field]).toBe(id);
});

it('shows the work of everyone unless an address asks for less', () => {
  expect(['mine', 'free', 'others', 'x', undefined, ['mine']].map(workOf)).toEqual([
    ...['mine', 'free', 'others', 'everyone', 'everyone', 'everyone'],
  ]);
});
