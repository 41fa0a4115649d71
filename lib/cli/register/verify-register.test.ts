import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { type Database, db, setDatabase } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/embedded';
import { openPostgres } from '@/lib/data/db/open';
import { filings } from '@/lib/data/db/schema/filing';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { readRegister } from '@/lib/data/register/register-reading';
import { writeRegisterLine } from '@/lib/domain/register/register-line';
import { newFiler } from '@/lib/testing/account/people';
import { court } from '@/lib/testing/cli/court';
import { openEmbeddedCopy, ownDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const folder = mkdtempSync(path.join(tmpdir(), 'cli-register-'));
const dataDir = path.join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true }));

const recordedAt = new Date('2026-11-23T15:00:00Z');

/** Adds three entries. @returns them as lines */
async function fill(): Promise<string[]> {
  await seedCourts();
  const filer = await newFiler(recordedAt);
  for (let n = 0; n < 3; n += 1) {
    const filing = await storeFiling(filer, { receivedAt: recordedAt });
    await db().transaction((tx) =>
      appendRegisterEntry(tx, filing, { kind: 'redated', fileNumber: null, recordedAt }),
    );
  }
  const lines: string[] = [];
  for await (const entry of readRegister()) lines.push(writeRegisterLine(entry));
  return lines;
}

/** Opens each kind of database, and lets the command line find it. */
const embedded = async () => ({ open: () => openEmbedded(dataDir), env: { DATA_DIR: dataDir } });
const onServer = async () => {
  const url = await ownDatabase();
  return { open: () => openPostgres(url), env: { DATA_DIR: dataDir, DATABASE_URL: url } };
};
const kinds = [
  { name: 'the embedded database', find: embedded, isThere: true },
  { name: 'PostgreSQL', find: onServer, isThere: Boolean(process.env.TEST_DATABASE_URL) },
];

/** Works on the database and closes it, so that the command line can open it. */
async function within<T>(open: () => Promise<Database>, work: () => Promise<T>): Promise<T> {
  const opened = await open();
  setDatabase(opened);
  return work().finally(() => opened.close());
}

describe.each(kinds)('the register of $name', ({ find, isThere }) => {
  it.skipIf(!isThere)('is walked to its root, and the first thing that is wrong is named', async () => {
    const { open, env } = await find();
    const lines = await within(open, fill);
    const stdout = `3 entries, root ${JSON.parse(lines[2] ?? '').hash}\n`;
    const root = JSON.parse(lines[1] ?? '').hash.toUpperCase();
    expect(court(['verify-register', '--root', root], env)).toEqual({
      stdout: `${stdout}Entry 2 has the root ${root.toLowerCase()}.\n`,
      stderr: '',
      status: 0,
    });

    await within(open, async () => db().update(filings).set({ state: 'issued' }));
    const unregistered = court(['verify-register'], env);
    expect(unregistered.stdout).toMatch(/^filing R-\S+ has no entry\n$/);

    await within(open, async () => {
      await db().execute(sql`alter table register disable trigger register_append_only`);
      await db().execute(sql`update register set issued_on = '2020-01-01' where entry = 2`);
    });
    const changed = 'entry 2 was changed: its hash does not cover its text\n';
    expect(court(['verify-register'], env)).toMatchObject({ stdout: changed, status: 1 });
  });
});

describe('a file of the register', () => {
  let lines: string[];
  const file = (text: string, ...options: string[]) => {
    const at = path.join(folder, 'register.ndjson');
    writeFileSync(at, text);
    return court(['verify-register', at, ...options], { DATA_DIR: dataDir });
  };

  beforeAll(async () => {
    const opened = await openEmbeddedCopy();
    setDatabase(opened);
    lines = await fill();
    await opened.close();
  });

  const rootOf = (n: number): string => JSON.parse(lines[n - 1] ?? '').hash;

  it('is walked as a whole, and what a file cannot show is said', () => {
    expect(file(`${lines.join('\n')}\n`)).toEqual({
      stdout: `3 entries, root ${rootOf(3)}
Compare both with what the court publishes: entries that were taken off the end leave no trace in a file.
`,
      stderr: '',
      status: 0,
    });
  });

  it('is walked as the part of a day, after a root that is to be compared', () => {
    const { stdout, status } = file(lines.slice(1).join('\n'), '--root', rootOf(1));
    expect(status).toBe(0);
    expect(stdout).toContain(`2 entries, root ${rootOf(3)}\n`);
    expect(stdout).toContain(`Checked from entry 2 on, after root ${rootOf(1)} alone:\ncompare that`);
    expect(stdout).toContain(`Entry 2 follows the root ${rootOf(1)}.\n`);
  });

  it('does not have a root that is another', () => {
    const { stdout, status } = file(lines.join('\n'), '--root', 'a'.repeat(64));
    expect(stdout).toContain(`No entry has the root ${'a'.repeat(64)}.\n`);
    expect(status).toBe(1);
    expect(file(lines.join('\n'), '--root', 'none')).toMatchObject({ stdout: '', status: 2 });
  });

  it('is told by the first line that is broken', () => {
    const changed = lines.map((line, i) => (i === 1 ? line.replace('"perth"', '"barrie"') : line));
    expect(file(changed.join('\n'))).toMatchObject({
      stdout: 'entry 2 was changed: its hash does not cover its text\n',
      status: 1,
    });
  });
});
