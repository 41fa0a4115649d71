import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardCalendar } from '@/lib/domain/court/calendar';
import { addDays } from '@/lib/domain/court/day';
import { daysAfter, isHolidayOfRules, monthsAfter } from '@/lib/domain/court/rule-3';
import { deadlinesAfter } from '@/lib/domain/filing/deadline';

const proclaimed = {
  closures: [{ nameEn: 'a', nameFr: 'b', on: '2026-12-24', isHoliday: true }],
};
const closedOnly = {
  closures: [{ nameEn: 'a', nameFr: 'b', on: '2026-12-24', isHoliday: false }],
};

describe('days', () => {
  it.each([
    ['2026-11-24', 30, '2026-12-24', 'a period that ends on a working day'],
    ['2026-11-27', 30, '2026-12-29', 'one that ends on Sunday before a substituted Boxing Day'],
    ['2026-01-17', 30, '2026-02-17', 'one that ends on Family Day'],
    ['2026-03-04', 30, '2026-04-07', 'one that ends on Good Friday runs past Easter Monday'],
    ['2026-08-31', 30, '2026-09-30', 'one that ends on September 30, which is no holiday'],
    ['2026-11-24', 7, '2026-12-03', 'a week, in which Saturday and Sunday do not count'],
    ['2026-12-22', 3, '2026-12-29', 'three days over Christmas'],
    ['2026-11-23', 8, '2026-12-01', 'more than a week, in which they count'],
  ])('after %s, %i days: %s (%s)', (event, days, last) => {
    expect(daysAfter(event, days, standardCalendar)).toBe(last);
  });

  it('do not end on a proclaimed holiday, but on a day on which offices are merely closed', () => {
    expect(daysAfter('2026-11-24', 30, proclaimed)).toBe('2026-12-29');
    expect(daysAfter('2026-11-24', 30, closedOnly)).toBe('2026-12-24');
  });
});

describe('months', () => {
  it.each([
    ['2026-11-24', '2027-05-25', 'Victoria Day is May 24 in 2027'],
    ['2026-08-31', '2027-03-01', 'February has no 31st, and the 28th is a Sunday'],
    ['2027-08-31', '2028-02-29', 'a leap year'],
    ['2026-12-29', '2027-06-29', 'over the end of the year'],
    ['2026-07-02', '2027-01-04', 'January 2 is a Saturday'],
  ])('six after %s: %s (%s)', (event, last) => {
    expect(monthsAfter(event, 6, standardCalendar)).toBe(last);
  });
});

it('never ends on a holiday, nor before the days are over', () => {
  const event = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2017-01-01', days));
  fc.assert(
    fc.property(event, fc.integer({ min: 1, max: 60 }), (on, days) => {
      const last = daysAfter(on, days, standardCalendar);
      expect(isHolidayOfRules(last, standardCalendar)).toBe(false);
      expect(last >= addDays(on, days)).toBe(true);
    }),
  );
});

it('gives the duties of a claim, and of a notice of action', () => {
  expect(deadlinesAfter('form-14a', '2026-11-24', standardCalendar)).toEqual([
    { kind: 'serve', by: '2027-05-25' },
  ]);
  expect(deadlinesAfter('form-14c', '2026-11-24', standardCalendar)).toEqual([
    { kind: 'file-14d', by: '2026-12-24' },
    { kind: 'serve-both', by: '2027-05-25' },
  ]);
  // September 30 counts as a day under Rule 3, but a document filed on it is dated the next day.
  expect(deadlinesAfter('form-14c', '2027-08-31', standardCalendar)[0]).toEqual({
    ...{ kind: 'file-14d', by: '2027-09-30', fileBy: '2027-09-29' },
  });
});
