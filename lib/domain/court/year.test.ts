import { expect, it } from 'vitest';
import { standardCalendar } from '@/lib/domain/court/calendar';
import { closedDaysOf, weeksOf } from '@/lib/domain/court/year';

it('lays out every day of a year once, in weeks of seven', () => {
  const weeks = Array.from({ length: 12 }, (_, n) => weeksOf(2028, n + 1, standardCalendar)).flat();
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  const days = weeks.flat().flatMap((day) => day?.on ?? []);
  expect(new Set(days).size).toBe(366);
  expect([days[0], days.at(-1)]).toEqual(['2028-01-01', '2028-12-31']);
});

it('tells weekends, holidays and closures apart', () => {
  const [first, ...rest] = weeksOf(2026, 9, standardCalendar);
  expect(first?.slice(0, 3)).toEqual([null, null, { on: '2026-09-01', kind: 'open' }]);
  const kinds = Object.fromEntries(rest.flat().flatMap((day) => (day ? [[day.on, day.kind]] : [])));
  expect(kinds).toMatchObject({
    '2026-09-07': 'holiday',
    '2026-09-12': 'weekend',
    '2026-09-29': 'open',
    '2026-09-30': 'closed',
  });
});

it('tells a day on which some offices alone are closed from one on which all are', () => {
  const flood = { on: '2026-09-29', isHoliday: false, nameEn: 'a', nameFr: 'b', where: { office: 'barrie' } };
  const calendar = { ...standardCalendar, closures: [...standardCalendar.closures, flood] };
  const kinds = weeksOf(2026, 9, calendar).flat();
  expect(kinds).toContainEqual({ on: '2026-09-29', kind: 'partly' });
  expect(kinds).toContainEqual({ on: '2026-09-30', kind: 'closed' });
  expect(closedDaysOf(2026, calendar)).toContainEqual({ on: '2026-09-29', closure: flood });
});

it('lists what is closed besides weekends, in order', () => {
  const listed = closedDaysOf(2026, standardCalendar).map(({ on }) => on);
  expect(listed).toEqual(listed.toSorted());
  expect(listed).toHaveLength(13);
  expect(listed).toContain('2026-09-30');
});
