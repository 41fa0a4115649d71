import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../lib/testing/db/postgres';
import { until } from '../until';
import { familyOf } from './family';

export type CourtServer = {
  origin: string;
  pid: number;
  dataDir: string;
  /** What the server printed so far. */
  output: () => string;
  stop: () => Promise<void>;
  /** Ends it at once, as nobody would whom it still serves: for who is done with it. */
  kill: () => void;
};

async function isWell(origin: string): Promise<boolean> {
  return fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(20_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function stopServer(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return;
  process.kill('SIGTERM');
  const killer = setTimeout(() => process.kill('SIGKILL'), 15_000);
  await once(process, 'exit');
  clearTimeout(killer);
}

/** The first process before its children, which it would start anew. */
function killServer(first: number): void {
  for (const { pid } of familyOf(first)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

type Settings = {
  clock?: string;
  dataDir?: string;
  env?: Record<string, string>;
  uid?: number;
  port?: number;
  program?: 'start' | 'serve';
  root?: string;
};

/**
 * Starts the production build on a port and a data folder of its own, unless given, and waits until it is well.
 * @param settings environment variables; `clock` is the court's COURT_CLOCK, `uid` the user that it runs as, `program` what starts it,
 * `root` the folder of the code
 */
export async function startServer(settings: Settings = {}): Promise<CourtServer> {
  const port = settings.port ?? (await freePort());
  const origin = `http://localhost:${port}`;
  const dataDir = settings.dataDir ?? mkdtempSync(path.join(tmpdir(), 'court-journey-'));
  const started = spawn(process.execPath, [`lib/${settings.program ?? 'start'}.mjs`], {
    ...(settings.root && { cwd: settings.root }),
    ...(settings.uid !== undefined && { uid: settings.uid, gid: settings.uid }),
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      // Journeys come from addresses of their own, as by a server in front.
      TRUSTED_PROXIES: '127.0.0.1 ::1',
      WORKER_SECONDS: '0.5',
      ...(settings.clock && { COURT_CLOCK: settings.clock }),
      ...settings.env,
    },
  });
  const printed: string[] = [];
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk) => printed.push(String(chunk)));
  const output = () => printed.join('');
  await until('the server is well', () => {
    if (started.exitCode !== null) throw new Error(`the server did not start:\n${output()}`);
    return isWell(origin);
  });
  const pid = started.pid ?? 0;
  const kill = () => started.exitCode === null && killServer(pid);
  return { origin, pid, dataDir, output, stop: () => stopServer(started), kill };
}
