import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { serverPrograms, startPostgres } from '../../lib/testing/db/postgres';
import { Court } from '../faults/court';
import { startServer } from '../support/court/server';
import { fileClaim, newClaimant } from '../support/people/claimant';
import type { Visitor } from '../support/people/visitor';
import { until } from '../support/until';
import { Archive } from './archive';

const inHours = '2026-11-24T15:00:00.000Z';
/** Claims before the base backup, after it, and after the last archived segment: the last are lost. */
const [before, after, late] = [3, 3, 2];

async function file(visitor: Visitor, claims: number): Promise<void> {
  for (let n = 0; n < claims; n += 1) await fileClaim(visitor);
}

/** The operator's command. @throws with what it printed, unless it ended with `status` */
async function court(env: Record<string, string>, args: string[], status = 0): Promise<string> {
  const ended = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'lib/cli.ts', ...args], {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
  }).catch((error: { code: number; stdout: string; stderr: string }) => error);
  const code = 'code' in ended ? ended.code : 0;
  assert.equal(code, status, `court ${args.join(' ')} ended with ${code}:\n${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}

const numbersIn = (register: string) => register.match(/CV-26-\d{8}-0000/g) ?? [];

/** Claims arrive, a base backup is made, more arrive, and everything is destroyed. @returns the register as it was published last */
async function liveUntilDestroyed(archive: Archive): Promise<string> {
  const court = await Court.open(0);
  try {
    await archive.begin(court.database, court.sql);
    const server = await court.start(inHours);
    const visitor = await newClaimant(server.origin);
    await court.confirmAddresses();
    await file(visitor, before);
    await court.settled();
    archive.copyFiles(court.dataDir);
    await file(visitor, after);
    await court.settled();
    await archive.archiveLog(court.sql);
    archive.copyFiles(court.dataDir);
    await file(visitor, late);
    await court.settled();
    return await (await fetch(`${server.origin}/api/register`)).text();
  } finally {
    await court.close();
  }
}

/** A server on what was restored takes the next claim. @returns the court file numbers of all issued claims */
async function fileNext(sql: postgres.Sql, env: Record<string, string>): Promise<string[]> {
  const server = await startServer({ clock: inHours, dataDir: env.DATA_DIR ?? '', env });
  try {
    await fileClaim(await newClaimant(server.origin));
    const issued = () => sql<{ n: string }[]>`select file_number as n from filings where state = 'issued'`;
    await until('the next claim is issued', async () => (await issued()).length === before + after + 1);
    return (await issued()).map(({ n }) => n).sort();
  } finally {
    await server.stop();
  }
}

/** Waits until a cluster has read the archived log and takes writes. */
const isRead = (sql: postgres.Sql) =>
  until('the log is read', async () => {
    const [row] = await sql`select pg_is_in_recovery() as reading`;
    return row?.reading === false;
  });

/**
 * What was destroyed is restored elsewhere to the last archived moment, fenced off by the register that the public has,
 * and its files are checked; then a claim is filed.
 */
export async function restoreDrill(): Promise<string> {
  const programs = serverPrograms() ?? '';
  const archive = new Archive(programs);
  const published = await liveUntilDestroyed(archive);
  const given = numbersIn(published);
  assert.equal(new Set(given).size, before + after + late, 'as many numbers as claims');

  const began = performance.now();
  const database = await startPostgres(programs, 'on', archive.restored);
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'court-restored-'));
  const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'fatal' };
  try {
    await isRead(sql);
    cpSync(archive.files, dataDir, { recursive: true });
    const register = path.join(archive.folder, 'register.ndjson');
    writeFileSync(register, published);
    const fenced = await court({ ...env, COURT_CLOCK: inHours }, ['fence', register]);
    const checked = await court(env, ['verify-register', '--files']);
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    const lost = given.filter((number) => fenced.includes(`${number} is missing`)).length;
    assert.equal(lost, late, `what came after the last archived segment is named:\n${fenced}`);
    const now = await fileNext(sql, env);
    assert.equal(new Set([...given, ...now]).size, given.length + 1, 'no number twice');
    await court(env, ['verify-register', '--files']);
    return [
      `restored, fenced and checked in ${minutes} minutes`,
      `of ${given.length} claims ${lost} were lost: those after the last archived segment, each named by the fence`,
      `files: ${checked.trim().split('\n').at(-1)}`,
      `the next claim bears ${now.at(-1)}`,
    ].join('\n');
  } finally {
    await sql.end({ timeout: 1 });
    await database.stop();
    archive.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
