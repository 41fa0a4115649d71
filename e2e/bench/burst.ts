import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'postgres';
import { serverPrograms, startPostgres } from '../../lib/testing/db/postgres';
import { actIn } from '../support/court/act-in';
import { startResend } from '../support/court/resend';
import { type CourtServer, startServer } from '../support/court/server';
import { newClaimant } from '../support/people/claimant';
import { residentMegabytes } from './resident';
import { quantile, time } from './statistics';

const claimBytes = 200_000;
const evening = '2026-11-23T23:00:00.000Z';
/** So long before the court opens that the server is up and warm. */
const beforeOpening = '2026-11-24T13:29:10.000Z';

const targets = { seconds: 60, megabytes: 700, pageMs: 500, ratio: 2.2 };

type Burst = { seconds: number; megabytes: number; pageMs: number };

/** Of `npm test`: it shows that the burst is whole, not how fast it is. */
const quickClaims = 200;

/** The claims of a night, issued when the court opens, while e-mail leaves at the two a second that Resend allows; then twice as many, and the same by two servers. */
export async function benchBurst({ quick }: { quick: boolean }): Promise<void> {
  if (quick) return tell(`${quickClaims} claims of 200 KB, one server`, await burst(quickClaims, 1), null);
  const one = await burst(1_000, 1);
  tell('1,000 claims of 200 KB, one server', one);
  const double = await burst(2_000, 1);
  tell('2,000 claims, one server', double, targets.seconds * targets.ratio);
  const ratio = double.seconds / one.seconds;
  say(`2,000 take ${ratio.toFixed(2)} times as long as 1,000`, ratio <= targets.ratio);
  tell('1,000 claims, two servers', await burst(1_000, 2));
}

/** @param most seconds until all is issued; null where no figure is judged */
function tell(
  name: string,
  { seconds, megabytes, pageMs }: Burst,
  most: number | null = targets.seconds,
): void {
  const isMet = (met: boolean) => most === null || met;
  process.stdout.write(`\n${name}\n`);
  say(`  issued with their e-mail in the outbox in ${seconds.toFixed(1)} s`, most === null || seconds < most);
  say(
    `  memory of a server's process at most ${megabytes.toFixed(0)} MB`,
    isMet(megabytes < targets.megabytes),
  );
  say(`  My account meanwhile: p95 ${pageMs.toFixed(0)} ms`, isMet(pageMs < targets.pageMs));
}

const say = (words: string, isMet: boolean) => process.stdout.write(`${words}${isMet ? '' : '  MISSED'}\n`);

async function burst(claims: number, servers: number): Promise<Burst> {
  const programs = serverPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed.');
  const postgres = await startPostgres(programs, 'on');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'court-burst-'));
  const resend = await startResend({ failures: 0 });
  const provider = { RESEND_API_KEY: 're_bench', RESEND_BASE_URL: resend.url };
  const env = { DATABASE_URL: postgres.url, DATA_DIR: dataDir, LOG_LEVEL: 'fatal', ...provider };
  const asDelivered = { ...env, WORKER_SECONDS: '2' };
  const running: CourtServer[] = [];
  const sql = pg(postgres.url, { max: 2 });
  try {
    await actIn(env, 'queue', claims, evening, claimBytes);
    for (let n = 0; n < servers; n += 1)
      running.push(await startServer({ clock: beforeOpening, dataDir, env: asDelivered }));
    const measured = await measure(running, sql, claims);
    await checkNumbers(sql, claims);
    return measured;
  } finally {
    await Promise.all(running.map((server) => server.stop()));
    await sql.end();
    await resend.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Waits until the court opens. @returns the instant of that, as performance.now() counts */
async function opening(server: CourtServer): Promise<number> {
  const promise = await fetch(`${server.origin}/api/date-promise?locale=en`);
  const { freshForMs } = (await promise.json()) as { freshForMs: number };
  const opensAt = performance.now() + freshForMs;
  if (freshForMs > 60_000) throw new Error('the court opened before the server was warm');
  await wait(freshForMs);
  return opensAt;
}

/** Watches from the opening to the last issued claim, with one person looking at My account twice a second. */
async function measure(servers: CourtServer[], sql: pg.Sql, claims: number): Promise<Burst> {
  const [server] = servers;
  if (!server) throw new Error('no server');
  const visitor = await newClaimant(server.origin);
  await visitor.get('/en/account');
  const issued = async () =>
    Number((await sql`select count(*)::int as n from outbox where kind = 'claim-issued'`)[0]?.n);
  const started = await opening(server);
  const pages: number[] = [];
  let megabytes = 0;
  while ((await issued()) < claims) {
    pages.push(await time(() => visitor.get('/en/account')));
    megabytes = Math.max(megabytes, ...servers.map(({ pid }) => residentMegabytes(pid)));
    await wait(450);
  }
  const seconds = (performance.now() - started) / 1000;
  return { seconds, megabytes, pageMs: quantile(pages, 0.95) };
}

/** @throws where a number was given twice or left out */
async function checkNumbers(sql: pg.Sql, claims: number): Promise<void> {
  const rows = await sql`select file_number from filings where state = 'issued' order by file_number`;
  const gapless = rows.every(({ file_number }, at) => Number(file_number.slice(6, 14)) === at + 1);
  if (rows.length !== claims || !gapless)
    throw new Error(`${rows.length} of ${claims} issued, gapless: ${gapless}`);
}
