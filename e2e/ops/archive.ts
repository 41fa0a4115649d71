import { execFile } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type postgres from 'postgres';
import type { Make, TestPostgres } from '../../lib/testing/db/postgres';
import { until } from '../support/until';

const run = promisify(execFile);
const nobody = 65534;

/** What lies elsewhere when a machine is destroyed: a base backup, the archived log, and a copy of the files. */
export class Archive {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'court-archive-'));
  private readonly log = path.join(this.folder, 'log');
  private readonly base = path.join(this.folder, 'base');
  readonly files = path.join(this.folder, 'files');

  constructor(private readonly programs: string) {
    mkdirSync(this.log);
    if (process.getuid?.() === 0) for (const one of [this.folder, this.log]) chownSync(one, nobody, nobody);
  }

  /** From now on the cluster's log is archived here, segment by segment. */
  async begin(database: TestPostgres, sql: postgres.Sql): Promise<void> {
    await sql`alter system set archive_mode = on`;
    await sql.unsafe(`alter system set archive_command = 'cp %p ${this.log}/%f'`);
    await database.halt();
    await database.resume();
    const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
    const args = ['-d', database.url, '-D', this.base, '-X', 'none', '--no-sync', '-c', 'fast'];
    await run(path.join(this.programs, 'pg_basebackup'), args, { cwd: this.folder, ...user });
  }

  /** Archives the log up to now, as PostgreSQL does by itself when a segment is full or `archive_timeout` has passed. */
  async archiveLog(sql: postgres.Sql): Promise<void> {
    const [row] = await sql`select pg_walfile_name(pg_switch_wal()) as segment`;
    await until('the segment is archived', async () => readdirSync(this.log).includes(row?.segment));
  }

  /** Copies what a data folder has but its database: secrets, the court's authority, stored files. */
  copyFiles(dataDir: string): void {
    for (const name of ['auth-secret', 'answers-pepper', 'authority', 'files'])
      if (existsSync(path.join(dataDir, name)))
        cpSync(path.join(dataDir, name), path.join(this.files, name), { recursive: true, force: true });
  }

  /** A cluster from the base backup and all of the log that was archived. */
  readonly restored: Make = async (_run, data) => {
    await run('cp', ['-a', this.base, data]);
    const settings = [
      `restore_command = 'cp ${this.log}/%f %p'`,
      "recovery_target_timeline = 'latest'",
      'archive_mode = off',
    ];
    writeFileSync(path.join(data, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
    writeFileSync(path.join(data, 'recovery.signal'), '');
  };

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
