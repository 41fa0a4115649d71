import { expect, it } from 'vitest';
import { deadlinesFile } from '@/lib/jobs/deadlines';

const issued = {
  fileNumber: 'CV-26-00000001-0000',
  title: 'Côté; O’Neil, Roy v. A\\B',
  duties: [
    { kind: 'file-14d', by: '2026-12-24' },
    { kind: 'serve-both', by: '2027-05-25' },
  ] as const,
};

/** The lines of a calendar file, unfolded (RFC 5545, 3.1). */
function lines(text: string): string[] {
  return text.replace(/\r\n[ \t]/g, '').split('\r\n');
}

it.each(['en', 'fr'] as const)('holds a day for each duty, with a reminder (%s)', (locale) => {
  const file = deadlinesFile(issued, locale);
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const all = lines(file);
  expect(all.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
  expect(all).toContain('DTSTART;VALUE=DATE:20261224');
  expect(all).toContain('DTEND;VALUE=DATE:20261225');
  expect(all).toContain('DTSTART;VALUE=DATE:20270525');
  expect(all.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-PT168H', 'TRIGGER:-PT168H']);
  expect(all).toContain('UID:CV-26-00000001-0000-serve-both@civil-claims-online');
  const [, description = ''] = all.filter((line) => line.startsWith('DESCRIPTION:Côté'));
  expect(description).toContain('Côté\\; O’Neil\\, Roy v. A\\\\B\\n');
});
