import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { record } from '@/lib/data/audit/audit';
import { sealAudit } from '@/lib/data/audit/sealing';
import { db, setDatabase } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/embedded';
import { court } from '@/lib/testing/cli/court';

const dataDir = mkdtempSync(path.join(tmpdir(), 'cli-verify-audit-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const now = new Date('2026-11-23T15:00:00Z');
const verify = (...args: string[]) => court(['verify-audit', ...args], { DATA_DIR: dataDir });

/** Works on the database while no command has it. */
async function onDatabase(work: () => Promise<void>): Promise<void> {
  const opened = await openEmbedded(dataDir);
  setDatabase(opened);
  await work().finally(() => opened.close());
}

beforeAll(async () => {
  await onDatabase(async () => {
    for (const n of [1, 2, 3])
      await record(db(), { kind: 'system' }, { action: 'hold filing', subject: `R-000${n}` }, now);
    await sealAudit(now);
    await record(db(), { kind: 'system' }, { action: 'hold filing', subject: 'R-0004' }, now);
  });
}, 120_000);

it('tells the end of a chain that is whole, and whether a root is in it', async () => {
  const { status, stdout } = verify();
  expect(status).toBe(0);
  const [, root = ''] = /^3 links, root ([0-9a-f]{64}); 1 rows await theirs$/m.exec(stdout) ?? [];
  expect(root).not.toBe('');
  expect(verify('--root', root)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Link 3 has the root'),
  });
  const other = 'a'.repeat(64);
  expect(verify('--root', other)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('No link has'),
  });
  expect(verify('--root', 'x').status).toBe(2);
}, 120_000);

it('names the first row that is not as it was', async () => {
  await onDatabase(async () => {
    await db().execute(sql`alter table audit disable trigger user`);
    await db().execute(sql`update audit set outcome = 'refused' where subject in ('R-0002', 'R-0003')`);
  });
  const { status, stdout } = verify();
  expect({ status, stdout }).toEqual({ status: 1, stdout: 'row 2 is not the one that link 2 covers\n' });
}, 120_000);
