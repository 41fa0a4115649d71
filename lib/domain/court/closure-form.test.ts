import { expect, it } from 'vitest';
import { yearlyClosureForm } from '@/lib/domain/court/closure-form';

const typed = { month: '9', day: '30', fromYear: '2021', yearlyNameEn: 'a', yearlyNameFr: 'b' };
const errorsOf = (change: Partial<typeof typed>) =>
  yearlyClosureForm
    .safeParse({ ...typed, ...change })
    .error?.issues.map(({ path, message }) => `${path.join()} ${message}`);

it('takes a day that comes every year', () => {
  expect(yearlyClosureForm.safeParse(typed).success).toBe(true);
  expect(yearlyClosureForm.safeParse({ ...typed, month: '2', day: '28' }).success).toBe(true);
});

it('takes none that does not', () => {
  expect(errorsOf({ month: '2', day: '29' })).toEqual(['day leapDay']);
  expect(errorsOf({ month: '4', day: '31' })).toEqual(['day enterDay']);
  expect(errorsOf({ month: '13' })).toEqual(['month enterMonth']);
});
