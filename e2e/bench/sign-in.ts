import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'postgres';
import { ipFailures } from '../../lib/data/sign-in/ip-failures';
import { FREE_ATTEMPTS, longestWait, waitAfter } from '../../lib/domain/sign-in/login-throttle';
import { serverPrograms, startPostgres } from '../../lib/testing/db/postgres';
import { actIn } from '../support/court/act-in';
import { startServer } from '../support/court/server';
import { newClaimant } from '../support/people/claimant';
import { Visitor } from '../support/people/visitor';
import { familyMegabytes } from './resident';
import { median, quantile, time } from './statistics';

const password = 'seven green boats at noon';
const perSecond = 5;
const seconds = 60;
const crowd = 50;
const kinds = ['known', 'unknown', 'locked', 'closed'] as const;
/** Wrong tries for each ID: fewer than make it wait. */
const attemptsEach = 4;
const idsEach = 50;
const target = { p95Ms: 250, crowdMegabytes: 200, checkMs: 2, timing: 0.1 };

const line = (words: string, isMet = true) => process.stdout.write(`${words}${isMet ? '' : '  MISSED'}\n`);
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** How fast people sign in, what a crowd of them costs, and that the time taken tells nothing. PostgreSQL with fsync. */
export async function benchSignIn(): Promise<void> {
  const programs = serverPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed.');
  const postgres = await startPostgres(programs, 'on');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'court-sign-in-'));
  const env = { DATABASE_URL: postgres.url, DATA_DIR: dataDir, LOG_LEVEL: 'fatal' };
  const server = await startServer({ dataDir, env });
  const sql = pg(postgres.url, { max: 1 });
  try {
    tellLimits();
    await newClaimant(server.origin, 'bench-person');
    await copyAccounts(sql);
    await signInSteadily(server.origin);
    await signInAtOnce(server.origin, server.pid);
    await compareKinds(server.origin);
    await checkSessions(env);
  } finally {
    await server.stop();
    await sql.end();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function tellLimits(): void {
  const longest = longestWait.ofOthers;
  line(
    `limits in force: a network waits before an ID after ${FREE_ATTEMPTS} wrong passwords, ${waitAfter(FREE_ATTEMPTS, longest)} s ` +
      `doubled up to ${longest} s, and before all IDs after ${ipFailures.points} failures in ${ipFailures.duration} s`,
  );
}

/** Accounts with the hash of a person who registered: so many that none of them has to wait. */
async function copyAccounts(sql: pg.Sql): Promise<void> {
  for (const kind of ['person', 'known', 'locked', 'closed']) {
    const [lockedAt, closedAt] = ['locked', 'closed'].map((one) => (one === kind ? new Date() : null));
    await sql`
      insert into users (one_key_id, one_key_id_folded, password_hash, locked_at, closed_at)
      select ${`bench-${kind}-`} || n, ${`bench-${kind}-`} || n, password_hash, ${lockedAt ?? null}, ${closedAt ?? null}
      from users, generate_series(0, ${idsEach - 1}) as n where one_key_id = 'bench-person'`;
  }
}

/** Notes how long the form's own answer took, before the page that it leads to is asked for. */
class TimedVisitor extends Visitor {
  answered = 0;

  protected override async send(...[path, form]: Parameters<Visitor['send']>) {
    const started = performance.now();
    const answer = await super.send(path, form);
    if (form) this.answered = performance.now() - started;
    return answer;
  }
}

type SignedIn = { answered: number; withPage: number };

/** From sending the form to its answer, and to the page that it leads to. */
async function signInOnce(origin: string, oneKeyId: string): Promise<SignedIn> {
  const visitor = new TimedVisitor(origin);
  const form = await visitor.get('/en/sign-in');
  let path = '';
  const withPage = await time(async () => {
    path = (await visitor.submit(form, 'oneKeyId', { oneKeyId, password })).path;
  });
  if (path !== '/en/services') throw new Error(`${oneKeyId} was not signed in: ${path}`);
  return { answered: visitor.answered, withPage };
}

async function signInSteadily(origin: string): Promise<void> {
  const started = performance.now();
  const running = Array.from({ length: perSecond * seconds }, async (_, n) => {
    await wait((n * 1000) / perSecond - (performance.now() - started));
    return signInOnce(origin, `bench-person-${n % idsEach}`);
  });
  const took = await Promise.all(running);
  const [answered, withPage] = [took.map((one) => one.answered), took.map((one) => one.withPage)];
  const told = (all: number[]) => `median ${ms(median(all))}, p95 ${ms(quantile(all, 0.95))}`;
  const isMet = quantile(answered, 0.95) < target.p95Ms;
  line(`${perSecond} sign-ins a second for ${seconds} s: ${told(answered)}`, isMet);
  line(`with the page behind: ${told(withPage)}`);
}

async function signInAtOnce(origin: string, pid: number): Promise<void> {
  await wait(5_000);
  const idle = familyMegabytes(pid);
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, familyMegabytes(pid));
  }, 100);
  const people = Array.from({ length: crowd }, (_, n) => signInOnce(origin, `bench-person-${n % idsEach}`));
  const took = await Promise.all(people);
  clearInterval(watch);
  const isMet = peak - idle <= target.crowdMegabytes;
  line(
    `${crowd} sign-ins at once: all answered, the last after ${ms(Math.max(...took.map((one) => one.answered)))}`,
  );
  line(`memory of the server's processes: ${idle.toFixed(0)} MB idle, ${peak.toFixed(0)} MB at most`, isMet);
}

/** Each refused in the same words: in turn, so that what else the machine does falls on all alike. */
async function compareKinds(origin: string): Promise<void> {
  const took: Record<string, number[]> = {};
  for (let n = 0; n < idsEach * attemptsEach; n += 1) {
    for (const kind of kinds) {
      const visitor = new Visitor(origin, { 'x-forwarded-for': `192.0.2.${n % 250}` });
      const form = await visitor.get('/en/sign-in');
      const typed = kind === 'known' || kind === 'unknown' ? 'not the right words' : password;
      const sent = { oneKeyId: `bench-${kind}-${n % idsEach}`, password: typed };
      const refuse = async () => {
        const { status, html } = await visitor.submit(form, 'oneKeyId', sent);
        if (status !== 200 || !html.includes('do not match an account'))
          throw new Error(`${kind}: ${status}`);
      };
      took[kind] = [...(took[kind] ?? []), await time(refuse)];
    }
  }
  const medians = kinds.map((kind) => median(took[kind] ?? []));
  const apart = Math.max(...medians) / Math.min(...medians) - 1;
  const told = kinds.map((kind, n) => `${kind} ${(medians[n] ?? 0).toFixed(1)} ms`).join(', ');
  line(
    `${idsEach * attemptsEach} refusals each, medians: ${told}; ${(apart * 100).toFixed(1)} % apart`,
    apart <= target.timing,
  );
}

async function checkSessions(env: Record<string, string>): Promise<void> {
  const found = await actIn(env, 'sessions', 'bench-person', 2_000);
  for (const [how, took] of Object.entries(found as Record<'read' | 'touched', number[]>)) {
    const told = `median ${ms(median(took))}, p95 ${ms(quantile(took, 0.95))}`;
    line(`a session check (${how}), 2000 times: ${told}`, median(took) < target.checkMs);
  }
}
