import { expect, it } from 'vitest';
import {
  closureForm,
  closureIn,
  datedClosureForm,
  proposedClosureForm,
  yearlyClosureForm,
} from '@/lib/domain/court/closure-form';

const typed = {
  month: '9',
  day: '30',
  fromYear: '2021',
  yearlyNameEn: 'a',
  yearlyNameFr: 'b',
  yearlyKeptName: '',
};
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

it('takes both names, or the code of one that is kept, on one date or every year', () => {
  const missing = (keptName: string, nameEn: string, nameFr: string) =>
    datedClosureForm
      .safeParse({ on: '2026-11-24', keptName, nameEn, nameFr })
      .error?.issues.map(({ path }) => path.join()) ?? [];
  expect(missing('snow', '', '')).toEqual([]);
  expect(missing('', 'Snow', 'Neige')).toEqual([]);
  expect(missing('', '', '')).toEqual(['nameEn', 'nameFr']);
  expect(missing('snow', 'Snow', '')).toEqual(['nameFr']);
  expect(errorsOf({ yearlyNameEn: '', yearlyNameFr: '', yearlyKeptName: 'snow' })).toBeUndefined();
  expect(errorsOf({ yearlyNameEn: '' })).toEqual(['yearlyNameEn enterClosureName']);
});

it('means the same closure in an address as in a form, and nothing else', () => {
  const named = { nameEn: 'Snow', nameFr: 'Neige' };
  const dated = closureForm.parse({ on: '2026-11-24', isHoliday: 'on', ...named, year: '2027' });
  expect(closureIn(dated)).toEqual({ on: '2026-11-24', isHoliday: true, ...named });
  const every = closureForm.parse({ month: '6', day: '21', fromYear: '2027', ...named });
  expect(closureIn(every)).toEqual({ month: 6, day: 21, fromYear: 2027, ...named });
  for (const wrong of [{}, { on: 'tomorrow', ...named }, { on: '2026-11-24' }, { month: 'x', ...named }])
    expect(closureForm.safeParse(wrong).success).toBe(false);
  const local = (offices: string) => closureForm.safeParse({ on: '2026-11-24', ...named, offices });
  expect(closureIn(local('office:barrie').data ?? dated)).toMatchObject({ where: { office: 'barrie' } });
  expect(closureIn(local('region:east').data ?? dated)).toMatchObject({ where: { region: 'east' } });
  expect(closureIn(local('').data ?? dated)).not.toHaveProperty('where');
  for (const wrong of ['region:west', 'barrie', 'office:', 'office:1'])
    expect(local(wrong).success).toBe(false);
  const proposed = { on: '2026-11-24', ...named, closureReason: 'a storm' };
  expect(proposedClosureForm.parse(proposed)).toMatchObject({ closureReason: 'a storm', pastReason: '' });
});
