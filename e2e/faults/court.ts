import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { freePort, serverPrograms, startPostgres, type TestPostgres } from '../../lib/testing/db/postgres';
import { actIn } from '../support/court/act-in';
import { type FakeResend, startResend } from '../support/court/resend';
import { type CourtServer, startServer } from '../support/court/server';
import { type FakeStorage, startStorage } from '../support/court/storage';
import { until } from './until';

/** Tuesday, the moment the court opens; claims are queued on the evening before. */
export const opening = '2026-11-24T13:30:00.000Z';
export const evening = '2026-11-23T23:00:00.000Z';

/**
 * How long a lease lasts in these tests and how long the first wait after a failure, in seconds; and for how long nothing
 * may move before that counts as a failure. A filing whose servers were killed many times waits 120 times as long.
 */
const leaseSeconds = 3;
const retrySeconds = 0.5;
const mostSeconds = leaseSeconds + 120 * retrySeconds + 120;

/** A court of its own: PostgreSQL, storage, a provider of e-mail, and as many servers as a test starts. */
export class Court {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'court-faults-'));
  private readonly servers: CourtServer[] = [];
  private storage: FakeStorage | undefined;
  private variables: Record<string, string> = {};

  private constructor(
    readonly database: TestPostgres,
    readonly resend: FakeResend,
    readonly sql: postgres.Sql,
  ) {}

  /** @param failures the part of the provider's requests that fail */
  static async open(failures = 0.05): Promise<Court> {
    const programs = serverPrograms();
    if (!programs) throw new Error('PostgreSQL is not installed: the tests of faults need it.');
    const database = await startPostgres(programs);
    const sql = postgres(database.url, { max: 2, onnotice: () => undefined, backoff: () => 0.2 });
    return new Court(database, await startResend({ failures }), sql);
  }

  env(url = this.database.url): Record<string, string> {
    return {
      DATABASE_URL: url,
      DATA_DIR: this.dataDir,
      RESEND_API_KEY: 're_test',
      RESEND_BASE_URL: this.resend.url,
      MAIL_PER_SECOND: '1000',
      LEASE_SECONDS: String(leaseSeconds),
      RETRY_SECONDS: String(retrySeconds),
      LOG_LEVEL: 'fatal',
      // A file that storage was just tried with would be one that nothing names.
      CHECK_SECONDS: '3600',
      ...this.storage?.env,
      ...this.variables,
    };
  }

  /** From now on these variables hold as well. */
  set(variables: Record<string, string>): void {
    this.variables = variables;
  }

  /** From now on documents lie in the same folder, but behind a service that is asked over HTTP. */
  async storeElsewhere(): Promise<FakeStorage> {
    this.storage = await startStorage(this.dataDir);
    return this.storage;
  }

  /** Starts a server at the opening, or at another instant of the court's clock. @param processes that it has @param more variables */
  async start(clock = opening, url?: string, processes = 1, more = {}): Promise<CourtServer> {
    const env = { ...this.env(url), SERVER_PROCESSES: String(processes), ...more };
    const server = await startServer({ clock, dataDir: this.dataDir, env });
    this.servers.push(server);
    return server;
  }

  /**
   * Starts a server that is killed at a point, and waits until it is and its children have ended with it.
   * @returns false where it never got there
   */
  async killAt(point: string): Promise<boolean> {
    const doomed = spawn(process.execPath, ['lib/start.mjs'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        ...this.env(),
        PORT: String(await freePort()),
        COURT_CLOCK: opening,
        WORKER_SECONDS: '0.5',
        KILL_AT: point,
        NODE_OPTIONS: `-r ${path.resolve('e2e/faults/kill-at.cjs')}`,
      },
    });
    const printed: string[] = [];
    doomed.stdout.on('data', (chunk) => printed.push(String(chunk)));
    const ended = once(doomed, 'close').then(() => true);
    const isDead = await Promise.race([ended, wait(600_000, false, { ref: false })]);
    if (!isDead) await end(doomed);
    const children = /^children: (.*)$/m.exec(printed.join(''))?.[1]?.trim().split(' ') ?? [];
    await Promise.all(children.filter(Boolean).map((child) => gone(Number(child))));
    return isDead;
  }

  /** Everyone who is registered has confirmed their address, so that the court's messages go to it. */
  async confirmAddresses(): Promise<void> {
    await this.sql`insert into confirmed_emails
      select user_id, lower(contact ->> 'email'), now() from profiles on conflict do nothing`;
  }

  /** Does something in a process of its own; see e2e/support/court/act.ts. */
  act(verb: string, ...args: (string | number)[]): Promise<unknown> {
    return actIn(this.env(), verb, ...args);
  }

  /**
   * Waits until every filing is issued and every message left.
   * @throws if for too long none of them was: a busy machine is slow, and only one that stands still has failed
   * @returns the seconds
   */
  async settled(): Promise<number> {
    const started = performance.now();
    let moved = started;
    let before = '';
    for (;;) {
      const [left] = await this.sql`select
        (select count(*) from filings where state = 'received')::int as filings,
        (select count(*) from outbox where state = 'queued')::int as mails`;
      const now = performance.now();
      if (left?.filings === 0 && left.mails === 0) return (now - started) / 1000;
      const words = `${left?.filings} filings and ${left?.mails} e-mails`;
      if (words !== before) [before, moved] = [words, now];
      if (now - moved > mostSeconds * 1000)
        throw new Error(`${words} are left, and nothing moved for ${mostSeconds} s`);
      await wait(100);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    await this.sql.end({ timeout: 1 });
    await this.resend.close();
    this.storage?.close();
    await this.database.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Waits until a process is there no more. @throws after five seconds */
async function gone(pid: number): Promise<void> {
  await until(`process ${pid} ended with its server`, () => !existsSync(`/proc/${pid}`), 60);
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}
