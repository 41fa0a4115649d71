import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import PQueue from 'p-queue';
import { log } from '@/lib/log';
import { residentMegabytes, startConfined } from '@/lib/services/pdf-sandbox/confined-process';
import { pdfProgram } from '@/lib/services/pdf-sandbox/pdf-program';

const jobsAtOnce = 2;
/**
 * An idle process with more resident memory retains too much of the files it saw, and takes no further job.
 */
const mostIdleMegabytes = 240;

type Pool = { jobs: PQueue; idle: Set<ChildProcess> };

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtPdfPool?: Pool };
holder.courtPdfPool ??= { jobs: new PQueue({ concurrency: jobsAtOnce }), idle: new Set() };
const pool = holder.courtPdfPool;

/** Lends a job one of at most two processes. They start on demand, stay warm, and end with this process. */
export function withProcess<T>(job: (child: ChildProcess) => Promise<T>): Promise<T> {
  return pool.jobs.add(async () => {
    const child = idleChild() ?? (await start());
    try {
      return await job(child);
    } finally {
      if (isAlive(child)) pool.idle.add(child);
    }
  });
}

function idleChild(): ChildProcess | undefined {
  for (const child of pool.idle) {
    pool.idle.delete(child);
    if (residentMegabytes(child) <= mostIdleMegabytes) return child;
    child.kill('SIGKILL');
  }
  return undefined;
}

/** Starts a confined process and waits until it can take a job. */
async function start(): Promise<ChildProcess> {
  const child = startConfined(await pdfProgram());
  child.on('error', (error) => log.error({ error: error.message }, 'PDF process'));
  child.once('exit', () => pool.idle.delete(child));
  await ready(child);
  // From here on only the timers of a job keep this process alive.
  child.unref();
  child.channel?.unref();
  return child;
}

async function ready(child: ChildProcess): Promise<void> {
  const settled = new AbortController();
  const died = once(child, 'exit', settled).then(([code, signal]) => {
    throw new Error(`The PDF process did not start: ended by ${signal ?? `code ${code}`}`);
  });
  await Promise.race([once(child, 'message', settled), died]).finally(() => settled.abort());
}

const isAlive = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null && !child.killed;
