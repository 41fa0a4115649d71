import { expect, it } from 'vitest';
import { standardCalendar } from '@/lib/domain/court/calendar';
import { closureFault, effectOf, nextDay } from '@/lib/domain/court/closure-effect';

// Monday, 10:00 in Toronto
const now = new Date('2026-11-23T15:00:00Z');
const today = '2026-11-23';
const storm = (on: string, isHoliday = false) => ({ on, isHoliday, nameEn: 'Storm', nameFr: 'Tempête' });
const yearly = (month: number, day: number) => ({ month, day, fromYear: 2027, nameEn: 'a', nameFr: 'b' });
const closedOn = (on: string) => ({
  ...standardCalendar,
  closures: [...standardCalendar.closures, storm(on)],
});

it('tells the dates of claims with and without a closure', () => {
  const change = (on: string) => ({ before: standardCalendar, after: closedOn(on) });
  expect(effectOf(storm(today), change(today), now)).toEqual({
    on: today,
    now: { before: today, after: '2026-11-24' },
    atOpening: { before: today, after: '2026-11-24' },
  });
  // Friday
  expect(effectOf(storm('2026-11-27'), change('2026-11-27'), now)).toEqual({
    on: '2026-11-27',
    now: { before: today, after: today },
    atOpening: { before: '2026-11-27', after: '2026-11-30' },
  });
});

it('takes of a yearly closure the next day', () => {
  expect(nextDay({ ...yearly(9, 30), fromYear: 2021 }, today)).toBe('2027-09-30');
  expect(nextDay({ ...yearly(12, 1), fromYear: 2021 }, today)).toBe('2026-12-01');
  expect(nextDay({ ...yearly(6, 21), fromYear: 2030 }, today)).toBe('2030-06-21');
  // A Sunday: kept on the Monday after, which is of the next month.
  expect(nextDay({ ...yearly(1, 31), fromYear: 2021 }, today)).toBe('2027-02-01');
});

it.each([
  ['2026-11-28', 'closureOnWeekend'],
  ['2026-12-25', 'closureOnHoliday'],
  ['2027-09-30', 'closureExists'],
  ['2026-11-20', 'closureInPast'],
  ['2026-11-23', undefined],
  ['2026-11-24', undefined],
])('takes a closure on %s: %s', (on, fault) => {
  expect(closureFault(storm(on), standardCalendar, today, false)).toBe(fault);
});

it('takes a past day that is meant, a holiday for a day closed every year, and no day twice', () => {
  expect(closureFault(storm('2026-11-20'), standardCalendar, today, true)).toBeUndefined();
  expect(closureFault(storm('2026-11-28'), standardCalendar, today, true)).toBe('closureOnWeekend');
  expect(closureFault(storm('2027-09-30', true), standardCalendar, today, false)).toBeUndefined();
  expect(closureFault(storm('2026-11-24', true), closedOn('2026-11-24'), today, false)).toBe('closureExists');
});

it('takes a holiday for all of Ontario alone', () => {
  const local = { ...storm('2026-11-24', true), where: { office: 'barrie' } };
  expect(closureFault(local, standardCalendar, today, false)).toBe('holidayEverywhere');
  expect(closureFault({ ...local, isHoliday: false }, standardCalendar, today, false)).toBeUndefined();
});

it('takes a yearly closure of a day that is no holiday, once', () => {
  expect(closureFault(yearly(6, 21), standardCalendar, today, false)).toBeUndefined();
  expect(closureFault(yearly(12, 25), standardCalendar, today, false)).toBe('closureOnHoliday');
  expect(closureFault(yearly(9, 30), standardCalendar, today, false)).toBe('closureExists');
});
