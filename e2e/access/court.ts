import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { serverPrograms, startPostgres, type TestPostgres } from '../../lib/testing/db/postgres';
import { type CourtServer, startServer } from '../support/court/server';

/** Tuesday morning, in office hours. */
const clock = '2026-11-24T15:00:00.000Z';
export const today = '2026-11-24';

/** A court on a PostgreSQL of its own, where the service's role owns nothing; `sql` is the owner's connection. */
export class AccessCourt {
  private readonly dataDir = mkdtempSync(path.join(tmpdir(), 'court-access-'));
  private readonly servers: CourtServer[] = [];

  private constructor(
    readonly database: TestPostgres,
    readonly sql: postgres.Sql,
  ) {}

  static async open(): Promise<AccessCourt> {
    const programs = serverPrograms();
    if (!programs) throw new Error('PostgreSQL is not installed: the access matrix needs it.');
    const database = await startPostgres(programs);
    const sql = postgres(database.url, { max: 4, onnotice: () => undefined });
    await sql`create role service login`;
    return new AccessCourt(database, sql);
  }

  /** Starts a server. @param env more of its environment */
  async start(env: Record<string, string> = {}): Promise<CourtServer> {
    const service = new URL(this.database.url);
    service.username = 'service';
    const databases = { DATABASE_URL: service.href, MIGRATION_DATABASE_URL: this.database.url };
    // A file that storage is tried with comes and goes in the rows, whatever an action did.
    const quiet = { LOG_LEVEL: 'silent', CHECK_SECONDS: '3600' };
    const settings = { clock, dataDir: this.dataDir, env: { ...databases, ...quiet, ...env } };
    const server = await startServer(settings);
    this.servers.push(server);
    return server;
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    await this.sql.end({ timeout: 1 });
    await this.database.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
