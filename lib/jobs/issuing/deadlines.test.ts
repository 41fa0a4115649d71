import { expect, it } from 'vitest';
import { deadlinesFile } from '@/lib/jobs/issuing/deadlines';
import { namesAnywhere } from '@/lib/testing/claim/names';

const issued = {
  ownNumber: '2026-118',
  fileNumber: 'CV-26-00000001-0000',
  title: 'Côté; O’Neil, Roy v. A\\B',
  deadlines: [
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
  expect(all.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-P7D', 'TRIGGER:-P7D']);
  expect(all).toContain('UID:CV-26-00000001-0000-serve-both@civil-claims-online');
  const [, description = ''] = all.filter((line) => line.startsWith('DESCRIPTION:Côté'));
  expect(description).toContain('2026-118');
  expect(description).toContain('Côté\\; O’Neil\\, Roy v. A\\\\B\\n');
});

it('names the parties in every script, in lines that break between letters', () => {
  const title = namesAnywhere.join(' v. ');
  const file = Buffer.from(deadlinesFile({ ...issued, title }, 'en'));
  const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\p{Cs}\ufffd]/u);
  }
  const described = lines(text).filter((line) => line.startsWith('DESCRIPTION:'));
  expect(described.filter((line) => line.includes(title.replaceAll(',', '\\,')))).toHaveLength(2);
});
