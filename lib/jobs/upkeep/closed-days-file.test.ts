import { expect, it } from 'vitest';
import { standardCalendar } from '@/lib/domain/court/calendar';
import { closedDaysFile } from '@/lib/jobs/upkeep/closed-days-file';

const storm = { on: '2026-11-24', isHoliday: false, nameEn: 'Storm', nameFr: 'Tempête' };
const calendar = { ...standardCalendar, closures: [...standardCalendar.closures, storm] };
const flood = { ...storm, nameEn: 'Flood', nameFr: 'Inondation', where: { office: 'barrie' } };
const courts = [{ id: 'barrie', municipality: 'Barrie' }];
const linesOf = (file: string) => file.replace(/\r\n[ \t]/g, '').split('\r\n');

it.each([
  ['en', 'Court offices closed: Storm'],
  ['fr', 'Greffes fermés\u00a0: Tempête'],
] as const)('has holidays and closures of two years as whole days (%s)', (locale, summary) => {
  const lines = linesOf(closedDaysFile(calendar, courts, '2026-11-23', locale));
  expect(lines).toContain(`SUMMARY:${summary}`);
  for (const day of ['20260930', '20261124', '20261225', '20270101', '20270930'])
    expect(lines).toContain(`DTSTART;VALUE=DATE:${day}`);
  // 12 holidays and September 30 of each year, and the storm.
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(27);
  expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(27);
});

it.each([
  ['en', 'Court office in Barrie closed: Flood', 'Court office in Barrie'],
  ['fr', 'Greffe de Barrie\u00a0: fermeture (Inondation)', 'Greffe de Barrie'],
] as const)('says of which office a closure is (%s)', (locale, summary, place) => {
  const local = { ...standardCalendar, closures: [storm, flood] };
  const lines = linesOf(closedDaysFile(local, courts, '2026-11-23', locale));
  expect(lines).toContain(`SUMMARY:${summary}`);
  expect(lines).toContain(`LOCATION:${place}`);
  expect(lines.filter((line) => line.startsWith('UID:2026-11-24'))).toHaveLength(2);
  expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(26);
});
