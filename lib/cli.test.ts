import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { addClosure } from '@/lib/data/court/calendar-editing';
import { seedCourts } from '@/lib/data/court/courts';
import { setDatabase } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/embedded';
import { copyCalendar } from '@/lib/jobs/upkeep/calendar-file';
import { court } from '@/lib/testing/cli/court';

const DATA_DIR = mkdtempSync(path.join(tmpdir(), 'court-cli-'));
afterAll(() => rmSync(DATA_DIR, { recursive: true }));

const issueDate = (input: string, ...args: string[]) => court(['issue-date', ...args], { DATA_DIR }, input);

it('prints the date of each instant, one a line', () => {
  const { stdout, status } = issueDate(
    '2017-11-28T15:00:00Z\n2017-11-28T22:01:00Z\n2026-09-30T10:00:00-04:00\n',
  );
  expect(status).toBe(0);
  expect(stdout).toBe('2017-11-28\n2017-11-29\n2026-10-01\n');
});

it('names a line that is no instant, and answers the others', () => {
  const { stdout, stderr, status } = issueDate(
    '2017-11-28T15:00:00Z\nyesterday\n2017-11-28T22:01:00Z\n2017-11-28T15:00:00\n2017-02-30T15:00:00Z',
  );
  expect([stdout, status]).toEqual(['2017-11-28\n\n2017-11-29\n\n\n', 1]);
  expect(stderr).toMatch(/Line 2 .*\nLine 4 .*\nLine 5 /);
});

it('takes instants with or without seconds and their parts, and skips blank lines', () => {
  const { stdout, stderr, status } = issueDate(
    '\r\n2017-11-28T16:59:59.9999999-0500\r\n\r\n2017-11-28T17:00-05:00\r\n\r\n',
  );
  expect([stdout, stderr, status]).toEqual(['2017-11-28\n2017-11-29\n', '', 0]);
});

it('goes by the closures that staff keep', async () => {
  const opened = await openEmbedded(DATA_DIR);
  setDatabase(opened);
  const storm = { on: '2017-11-28', nameEn: 'Storm', nameFr: 'Tempête', isHoliday: false };
  await opened.db.transaction((tx) => addClosure({ kind: 'system' }, storm, new Date(), tx));
  const flood = { ...storm, on: '2017-12-05', where: { office: 'barrie' } };
  await seedCourts();
  await opened.db.transaction((tx) => addClosure({ kind: 'system' }, flood, new Date(), tx));
  await opened.close();
  expect(issueDate('2017-11-28T15:00:00Z\n').stdout).toBe('2017-11-29\n');
});

const flooded = '2017-12-05T15:00:00Z\n';

it('goes by those of one office where it is asked to', () => {
  expect(issueDate(flooded).stdout).toBe('2017-12-05\n');
  expect(issueDate(flooded, '--office', 'barrie').stdout).toBe('2017-12-06\n');
  expect(issueDate(flooded, '--office', 'perth').stdout).toBe('2017-12-05\n');
  for (const args of [['--office', 'atlantis'], ['--office'], ['barrie']]) {
    const { stdout, stderr, status } = issueDate(flooded, ...args);
    expect([stdout, status], args.join(' ')).toEqual(['', 2]);
    expect(stderr).toMatch(/no office atlantis|Usage: issue-date/);
  }
});

it('goes by them also while a server holds the embedded database', async () => {
  const opened = await openEmbedded(DATA_DIR);
  setDatabase(opened);
  await copyCalendar(DATA_DIR);
  expect(issueDate('2017-11-28T15:00:00Z\n').stdout).toBe('2017-11-29\n');
  expect(issueDate(flooded).stdout).toBe('2017-12-05\n');
  expect(issueDate(flooded, '--office', 'barrie').stdout).toBe('2017-12-06\n');
  expect(issueDate(flooded, '--office', 'atlantis').stderr).toContain('no office atlantis');
  await opened.close();
});

it('gives no date by another calendar where the database does not answer', () => {
  const DATABASE_URL = 'postgres://nobody@127.0.0.1:9/none';
  const { stdout, stderr, status } = court(
    ['issue-date'],
    { DATA_DIR, DATABASE_URL },
    '2017-11-28T15:00:00Z\n',
  );
  expect([stdout, status]).toEqual(['', 2]);
  expect(stderr).toContain('calendar could not be read');
});

it('says on standard error which verbs there are', () => {
  const { stderr, status } = court(['fly'], { DATA_DIR });
  expect(status).toBe(2);
  expect(stderr).toContain('issue-date');
});
