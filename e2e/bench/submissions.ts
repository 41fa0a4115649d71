import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'postgres';
import { serverPrograms, startPostgres } from '../../lib/testing/db/postgres';
import { actIn } from '../support/court/act-in';
import { startResend } from '../support/court/resend';
import { startServer } from '../support/court/server';
import { newClaimant, submitDraft } from '../support/people/claimant';
import type { Visitor } from '../support/people/visitor';
import { quantile } from './statistics';

const perSecond = 10;
/** `before`, one after another: a server that has just started has its pages yet to load. */
type Size = { seconds: number; before: number; isTimed: boolean };
const full: Size = { seconds: 60, before: 60, isTimed: true };
/** Of `npm test`: it shows that none is refused or lost, not how fast they are. */
const small: Size = { seconds: 6, before: 10, isTimed: false };
const people = 10;
const claimBytes = 1_000_000;
const targetMs = 2_000;
const inHours = '2026-11-24T15:00:00.000Z';

/**
 * Ten complete submissions a second for a minute, whether or not the earlier ones were answered: to a server of one
 * process, and to one with a process for each processor.
 */
export async function benchSubmissions({ quick }: { quick: boolean }): Promise<void> {
  const size = quick ? small : full;
  process.stdout.write(
    `\n${perSecond} submissions a second for ${size.seconds} s, claims of 1 MB, PostgreSQL with fsync\n`,
  );
  await submissions(1, size);
  if (cpus().length > 1 && !quick) await submissions(cpus().length, size);
}

async function submissions(processes: number, size: Size): Promise<void> {
  const programs = serverPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed.');
  const postgres = await startPostgres(programs, 'on');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'court-submissions-'));
  const resend = await startResend({ failures: 0 });
  const provider = { RESEND_API_KEY: 're_bench', RESEND_BASE_URL: resend.url };
  const env = { DATABASE_URL: postgres.url, DATA_DIR: dataDir, LOG_LEVEL: 'fatal', ...provider };
  const several = { ...env, SERVER_PROCESSES: String(processes) };
  const server = await startServer({ clock: inHours, dataDir, env: several });
  const sql = pg(postgres.url, { max: 1 });
  try {
    const turns = await prepare(server.origin, env, size);
    for (const { visitor, draft } of turns.splice(0, size.before)) await submitDraft(visitor, draft);
    await settle(sql);
    process.stdout.write(`\nserver of ${processes} process${processes > 1 ? 'es' : ''}\n`);
    await tell(await submitAll(turns), sql, size);
  } finally {
    await server.stop();
    await resend.close();
    await sql.end();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Turn = { visitor: Visitor; draft: string };

/** Drafts that lack nothing but to be submitted, in no order, each with its person. */
async function prepare(
  origin: string,
  env: Record<string, string>,
  { seconds, before }: Size,
): Promise<Turn[]> {
  const visitors: Visitor[] = [];
  for (let n = 0; n < people; n += 1) visitors.push(await newClaimant(origin, `bench-filer-${n}`));
  const count = (before + perSecond * seconds) / people;
  const turns: Turn[] = [];
  for (const [n, visitor] of visitors.entries()) {
    const drafts = await actIn(env, 'drafts', `bench-filer-${n}`, count, inHours, claimBytes);
    turns.push(...(drafts as string[]).map((draft) => ({ visitor, draft })));
  }
  // Connections that the server closed meanwhile are noticed now.
  await wait(1_000);
  return turns.sort((a, b) => a.draft.localeCompare(b.draft));
}

type Answered = { ms: number; isReceipt: boolean };

/** Each begins at its time; measured from asking for the review page's submit to the receipt's last byte. */
async function submitAll(turns: Turn[]): Promise<Answered[]> {
  const started = performance.now();
  const running = turns.map(async ({ visitor, draft }, n): Promise<Answered> => {
    await wait((n * 1000) / perSecond - (performance.now() - started));
    const began = performance.now();
    const page = await submitDraft(visitor, draft).catch(() => '');
    return { ms: performance.now() - began, isReceipt: /R-[0-9A-Z]{4}-[0-9A-Z]{4}/.test(page) };
  });
  return Promise.all(running);
}

async function tell(answers: Answered[], sql: pg.Sql, { before, isTimed }: Size): Promise<void> {
  const refused = answers.filter(({ isReceipt }) => !isReceipt).length;
  const ms = answers.map((answer) => answer.ms);
  const p95 = quantile(ms, 0.95);
  await settle(sql);
  const [all, issued] = [answers.length, (await count(sql, 'issued')) - before];
  const line = (words: string, isMet: boolean) =>
    process.stdout.write(`${words}${isMet ? '' : '  MISSED'}\n`);
  line(`refused: ${refused} of ${all}`, refused === 0);
  line(`lost: ${all - refused - issued}`, issued === all);
  line(
    `to the receipt (review page and submit): median ${quantile(ms, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
    !isTimed || p95 < targetMs,
  );
  if (refused > 0 || issued !== all) throw new Error('submissions were refused or lost');
}

/** Waits until all is issued, a minute at most. */
async function settle(sql: pg.Sql): Promise<void> {
  for (let n = 0; n < 600 && (await count(sql, 'received')) > 0; n += 1) await wait(100);
}

async function count(sql: pg.Sql, state: string): Promise<number> {
  const [row] = await sql`select count(*)::int as n from filings where state = ${state}`;
  return Number(row?.n);
}
