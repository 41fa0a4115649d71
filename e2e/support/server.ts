import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../lib/data/testing-postgres';

export type CourtServer = {
  origin: string;
  pid: number;
  dataDir: string;
  /** What the server printed so far. */
  output: () => string;
  stop: () => Promise<void>;
};

async function isWell(origin: string): Promise<boolean> {
  return fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(
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

/**
 * Starts the production build on a port and a data folder of its own and waits until it is well.
 * @param settings environment variables; `clock` is an ISO instant for the court's clock
 */
export async function startServer(
  settings: { clock?: string; dataDir?: string; env?: Record<string, string> } = {},
): Promise<CourtServer> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const dataDir = settings.dataDir ?? mkdtempSync(path.join(tmpdir(), 'court-journey-'));
  const started = spawn(process.execPath, ['lib/start.mjs'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      WORKER_SECONDS: '0.5',
      ...(settings.clock && { COURT_CLOCK: settings.clock }),
      ...settings.env,
    },
  });
  const printed: string[] = [];
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk) => printed.push(String(chunk)));
  const output = () => printed.join('');
  for (let waited = 0; !(await isWell(origin)); waited += 250) {
    if (started.exitCode !== null || waited > 60_000)
      throw new Error(`the server did not start:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return { origin, pid: started.pid ?? 0, dataDir, output, stop: () => stopServer(started) };
}
