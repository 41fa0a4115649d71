import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/embedded';

const ask = async ({ db }: Database, what: string) => {
  const { rows } = (await db.execute(sql.raw(`select ${what} as found`))) as unknown as {
    rows: { found: unknown }[];
  };
  return rows[0]?.found;
};

it('is made whole beside what an interrupted start left, which it removes, and opened again as it was', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'court-made-'));
  mkdirSync(path.join(dataDir, 'database.4711'));
  writeFileSync(path.join(dataDir, 'database.4711', 'PG_VERSION'), 'half');

  const made = await openEmbedded(dataDir);
  expect(await ask(made, '(select count(*)::int from drafts)')).toBe(0);
  expect(readdirSync(dataDir).sort()).toEqual(['database', 'database.lock']);
  await made.db.execute(sql`create table kept ()`);
  await made.close();

  const again = await openEmbedded(dataDir);
  expect(await ask(again, "to_regclass('kept')::text")).toBe('kept');
  await again.close();
});

it('holds little of the database in memory', async () => {
  const opened = await openEmbedded(mkdtempSync(path.join(tmpdir(), 'court-made-')));
  expect(
    Number(await ask(opened, "(select setting from pg_settings where name = 'shared_buffers')")),
  ).toBeLessThan((32 * 1024) / 8);
  await opened.close();
});

it('takes nothing for a database where none could be made', async () => {
  const dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'court-made-')), 'data');
  const { execPath } = process;
  process.execPath = '/bin/false';
  try {
    await expect(openEmbedded(dataDir)).rejects.toThrow();
  } finally {
    process.execPath = execPath;
  }
  expect(existsSync(path.join(dataDir, 'database'))).toBe(false);
  expect(existsSync(path.join(dataDir, 'database.lock'))).toBe(false);
});
