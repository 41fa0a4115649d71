import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDayAndMonth,
  formatDayOfYear,
  formatInstant,
  formatSecond,
  formatShortInstant,
  formatShortMonth,
  formatTime,
} from '@/lib/domain/court/dates';

describe('formatDate', () => {
  it.each([
    ['2026-11-24', 'Tuesday, November 24, 2026', 'mardi 24 novembre 2026'],
    ['2027-01-01', 'Friday, January 1, 2027', 'vendredi 1er janvier 2027'],
    ['2021-02-11', 'Thursday, February 11, 2021', 'jeudi 11 février 2021'],
  ])('%s', (on, english, french) => {
    expect(formatDate(on, 'en')).toBe(english);
    expect(formatDate(on, 'fr')).toBe(french);
  });

  it('refuses what is no date', () => {
    expect(() => formatDate('2026-13-01', 'en')).toThrow(RangeError);
  });
});

it.each([
  [9, 30, 'September 30', '30 septembre'],
  [2, 29, 'February 29', '29 février'],
  [8, 1, 'August 1', '1er août'],
])('formatDayOfYear of month %i, day %i', (month, day, english, french) => {
  expect(formatDayOfYear(month, day, 'en')).toBe(english);
  expect(formatDayOfYear(month, day, 'fr')).toBe(french);
});

describe('formatTime', () => {
  it.each([
    ['2026-11-24T22:00:00Z', '5:00 p.m. Eastern time', '17\u00a0h (heure de l’Est)'],
    ['2026-07-02T12:30:00Z', '8:30 a.m. Eastern time', '8\u00a0h\u00a030 (heure de l’Est)'],
    ['2026-11-24T17:05:59Z', '12:05 p.m. Eastern time', '12\u00a0h\u00a005 (heure de l’Est)'],
    ['2026-11-24T05:00:00Z', '12:00 a.m. Eastern time', '0\u00a0h (heure de l’Est)'],
  ])('%s', (at, english, french) => {
    expect(formatTime(new Date(at), 'en')).toBe(english);
    expect(formatTime(new Date(at), 'fr')).toBe(french);
  });
});

describe('formatInstant', () => {
  it('takes the day in Toronto, not in UTC', () => {
    const lateOnTuesday = new Date('2026-11-25T04:59:00Z');
    expect(formatInstant(lateOnTuesday, 'en')).toBe('Tuesday, November 24, 2026 at 11:59 p.m. Eastern time');
    expect(formatInstant(lateOnTuesday, 'fr')).toBe(
      'mardi 24 novembre 2026 à 23\u00a0h\u00a059 (heure de l’Est)',
    );
  });
});

it.each([
  ['2026-11-24', 'Nov 24', '24 nov.'],
  ['2026-06-01', 'Jun 1', '1er juin'],
])('formatDayAndMonth of %s', (on, english, french) => {
  expect(formatDayAndMonth(on, 'en')).toBe(english);
  expect(formatDayAndMonth(on, 'fr')).toBe(french);
});

it('formatShortInstant', () => {
  const five = new Date('2026-11-24T22:00:00Z');
  expect(formatShortInstant(five, 'en')).toBe('Nov 24, 2026, 5:00 p.m.');
  expect(formatShortInstant(five, 'fr')).toBe('24 nov. 2026, 17\u00a0h');
});

it.each([
  ['2026-11', 'Nov 2026', 'nov. 2026'],
  ['2027-05', 'May 2027', 'mai 2027'],
])('formatShortMonth of %s', (month, english, french) => {
  expect(formatShortMonth(month, 'en')).toBe(english);
  expect(formatShortMonth(month, 'fr')).toBe(french);
});

describe('formatSecond', () => {
  it.each([
    [
      '2026-11-24T17:21:04Z',
      'Tuesday, November 24, 2026 at 12:21:04 p.m. Eastern time (UTC−5)',
      'mardi 24 novembre 2026 à 12\u00a0h\u00a021\u00a0min\u00a04\u00a0s (heure de l’Est, UTC−5)',
    ],
    [
      '2026-07-02T04:00:00Z',
      'Thursday, July 2, 2026 at 12:00:00 a.m. Eastern time (UTC−4)',
      'jeudi 2 juillet 2026 à 0\u00a0h\u00a00\u00a0min\u00a00\u00a0s (heure de l’Est, UTC−4)',
    ],
  ])('%s', (at, english, french) => {
    expect(formatSecond(new Date(at), 'en')).toBe(english);
    expect(formatSecond(new Date(at), 'fr')).toBe(french);
  });
});
