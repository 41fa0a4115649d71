import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWeekend } from '@/lib/domain/court/day';
import { holidays, isHoliday } from '@/lib/domain/court/holidays';

/** The holidays on weekdays, worked out by hand from r. 1.03(1). */
const WEEKDAY_HOLIDAYS: Record<number, string> = {
  2017: '01-02 02-20 04-14 04-17 05-22 07-03 08-07 09-04 10-09 11-13 12-25 12-26',
  2018: '01-01 02-19 03-30 04-02 05-21 07-02 08-06 09-03 10-08 11-12 12-25 12-26',
  2019: '01-01 02-18 04-19 04-22 05-20 07-01 08-05 09-02 10-14 11-11 12-25 12-26',
  2020: '01-01 02-17 04-10 04-13 05-18 07-01 08-03 09-07 10-12 11-11 12-25 12-28',
  2021: '01-01 02-15 04-02 04-05 05-24 07-01 08-02 09-06 10-11 11-11 12-27 12-28',
  2022: '01-03 02-21 04-15 04-18 05-23 07-01 08-01 09-05 10-10 11-11 12-26 12-27',
  2023: '01-02 02-20 04-07 04-10 05-22 07-03 08-07 09-04 10-09 11-13 12-25 12-26',
  2024: '01-01 02-19 03-29 04-01 05-20 07-01 08-05 09-02 10-14 11-11 12-25 12-26',
  2025: '01-01 02-17 04-18 04-21 05-19 07-01 08-04 09-01 10-13 11-11 12-25 12-26',
  2026: '01-01 02-16 04-03 04-06 05-18 07-01 08-03 09-07 10-12 11-11 12-25 12-28',
  2027: '01-01 02-15 03-26 03-29 05-24 07-01 08-02 09-06 10-11 11-11 12-27 12-28',
  2028: '01-03 02-21 04-14 04-17 05-22 07-03 08-07 09-04 10-09 11-13 12-25 12-26',
  2029: '01-01 02-19 03-30 04-02 05-21 07-02 08-06 09-03 10-08 11-12 12-25 12-26',
  2030: '01-01 02-18 04-19 04-22 05-20 07-01 08-05 09-02 10-14 11-11 12-25 12-26',
  2031: '01-01 02-17 04-11 04-14 05-19 07-01 08-04 09-01 10-13 11-11 12-25 12-26',
  2032: '01-01 02-16 03-26 03-29 05-24 07-01 08-02 09-06 10-11 11-11 12-27 12-28',
};

it.each(Object.entries(WEEKDAY_HOLIDAYS))('keeps the holidays of %s', (year, days) => {
  expect(holidays(Number(year)).map(({ on }) => on)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
});

it.each([
  ['2017-11-13', 'remembranceDay'],
  ['2022-01-03', 'newYear'],
  ['2028-07-03', 'canadaDay'],
  ['2021-12-27', 'christmas'],
  ['2021-12-28', 'boxingDay'],
  ['2026-12-28', 'boxingDay'],
])('names %s %s', (on, name) => {
  expect(holidays(Number(on.slice(0, 4)))).toContainEqual({ on, name });
});

it('knows Family Day only since 2008', () => {
  expect(isHoliday('2007-02-19')).toBe(false);
  expect(isHoliday('2008-02-18')).toBe(true);
});

it('counts Saturdays and Sundays as holidays', () => {
  expect(isHoliday('2026-11-21')).toBe(true);
  expect(isHoliday('2026-11-22')).toBe(true);
  expect(isHoliday('2026-11-23')).toBe(false);
});

it('does not count September 30 as a holiday', () => {
  expect(isHoliday('2026-09-30')).toBe(false);
});

it('lists twelve days of the year itself, on weekdays, in order and each once, in any year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2008, max: 2500 }), (year) => {
      const days = holidays(year).map(({ on }) => on);
      expect(days).toEqual([...new Set(days)].sort());
      expect(days).toHaveLength(12);
      expect(days.every((on) => on.startsWith(`${year}-`) && !isWeekend(on))).toBe(true);
    }),
  );
});
