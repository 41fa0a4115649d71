import { execFile } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** The folder of the newest installed PostgreSQL server's programs, or undefined. */
export function serverPrograms(): string | undefined {
  const root = '/usr/lib/postgresql';
  try {
    const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
    return versions[0] && path.join(root, versions[0], 'bin');
  } catch {
    return undefined;
  }
}

/** A port of this machine that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** `nobody`: PostgreSQL refuses to run as root. */
const nobody = 65534;

/**
 * `halt` stands still at once as after a crash, and `resume` comes back with what was committed; `promote` makes a standby
 * take writes; `stop` removes it.
 */
export type TestPostgres = {
  url: string;
  halt: () => Promise<void>;
  resume: () => Promise<void>;
  promote: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Runs one of PostgreSQL's programs as the user of the cluster. */
type Run = (program: string, args: string[]) => Promise<void>;
/** Fills the folder of a cluster. */
export type Make = (run: Run, data: string) => Promise<void>;

const anew: Make = (run, data) =>
  run('initdb', ['-D', data, '-U', 'court', '-A', 'trust', '-E', 'UTF8', '--no-sync']);

/** A standby of the cluster at a URL. */
export const standbyOf =
  (primary: string): Make =>
  (run, data) =>
    run('pg_basebackup', ['-d', primary, '-D', data, '-R', '-X', 'stream', '--no-sync']);

/**
 * Starts a PostgreSQL cluster of its own in a temporary folder.
 * @param fsync off is quicker; on is as in production
 * @param make fills its folder; by default it is empty
 */
export async function startPostgres(
  programs: string,
  fsync: 'on' | 'off' = 'off',
  make = anew,
): Promise<TestPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-postgres-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, nobody, nobody);
  const port = await freePort();
  const run: Run = async (program, args) => {
    const user = asRoot ? { uid: nobody, gid: nobody } : {};
    await promisify(execFile)(path.join(programs, program), args, { cwd: folder, ...user });
  };
  const data = path.join(folder, 'data');
  await make(run, data);
  const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=${fsync}`;
  const resume = () =>
    run('pg_ctl', ['-D', data, '-o', options, '-l', path.join(folder, 'log'), '-w', 'start']);
  const halt = () => run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
  await resume();
  return {
    url: `postgres://court@127.0.0.1:${port}/postgres`,
    halt,
    resume,
    promote: () => run('pg_ctl', ['-D', data, '-w', 'promote']),
    stop: async () => {
      // It may stand still already.
      await halt().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
