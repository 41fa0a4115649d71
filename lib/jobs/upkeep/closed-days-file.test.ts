import { expect, it } from 'vitest';
import { standardCalendar } from '@/lib/domain/court/calendar';
import { closedDaysFile } from '@/lib/jobs/upkeep/closed-days-file';

const storm = { on: '2026-11-24', isHoliday: false, nameEn: 'Storm', nameFr: 'Tempête' };
const calendar = { ...standardCalendar, closures: [...standardCalendar.closures, storm] };
const linesOf = (file: string) => file.replace(/\r\n[ \t]/g, '').split('\r\n');

it.each([
  ['en', 'Court offices closed: Storm'],
  ['fr', 'Greffes fermés\u00a0: Tempête'],
] as const)('has holidays and closures of two years as whole days (%s)', (locale, summary) => {
  const lines = linesOf(closedDaysFile(calendar, '2026-11-23', locale));
  expect(lines).toContain(`SUMMARY:${summary}`);
  for (const day of ['20260930', '20261124', '20261225', '20270101', '20270930'])
    expect(lines).toContain(`DTSTART;VALUE=DATE:${day}`);
  // 12 holidays and September 30 of each year, and the storm.
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(27);
  expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(27);
});
