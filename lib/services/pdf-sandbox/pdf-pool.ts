import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setPriority } from 'node:os';
import { log } from '@/lib/log';
import { countingTime } from '@/lib/services/pdf-sandbox/budget';
import { residentMegabytes, startConfined } from '@/lib/services/pdf-sandbox/confined-process';
import { pdfProgram } from '@/lib/services/pdf-sandbox/pdf-program';
import { Turns } from '@/lib/services/pdf-sandbox/turns';

/**
 * Whose job it is. What filers send is examined in one lane, a job of each person at a time; the court seals and draws
 * receipts in another, so that no upload holds up a claim.
 */
export type Turn = { lane: 'uploads' | 'court'; person: string };

/**
 * An idle process with more resident memory retains too much of the files it saw, and takes no further job.
 */
const mostIdleMegabytes = 240;
/** How much is kept of what a process says that does not start, in characters. */
const mostWords = 2_000;
/** Processes that examine uploads give way to those of the court, and to the server itself. */
const niceness = 10;

type Lane = { turns: Turns; idle: Set<ChildProcess> };

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtPdfLanes?: Record<Turn['lane'], Lane> };
holder.courtPdfLanes ??= {
  uploads: { turns: new Turns(2, 1), idle: new Set() },
  court: { turns: new Turns(2, 2), idle: new Set() },
};
const lanes = holder.courtPdfLanes;

/**
 * Lends a job one of at most two processes of its lane, when it is its person's turn. They start on demand, stay warm,
 * and end with this process. The time of uploads counts against their person's budget.
 */
export function withProcess<T>({ lane, person }: Turn, job: (child: ChildProcess) => Promise<T>): Promise<T> {
  const { turns, idle } = lanes[lane];
  return turns.take(person, async () => {
    const child = idleChild(idle) ?? (await start(lane));
    const run = () => job(child);
    try {
      return await (lane === 'uploads' ? countingTime(person, run) : run());
    } finally {
      if (isAlive(child)) idle.add(child);
    }
  });
}

function idleChild(idle: Set<ChildProcess>): ChildProcess | undefined {
  for (const child of idle) {
    idle.delete(child);
    if (residentMegabytes(child) <= mostIdleMegabytes) return child;
    child.kill('SIGKILL');
  }
  return undefined;
}

/** Starts a confined process and waits until it can take a job. */
async function start(lane: Turn['lane']): Promise<ChildProcess> {
  const child = startConfined(await pdfProgram());
  // What it starts inherits this.
  if (lane === 'uploads' && child.pid !== undefined) setPriority(child.pid, niceness);
  child.on('error', (error) => log.error({ error: error.message }, 'PDF process'));
  // It was killed while it was sent a file.
  child.stdin?.on('error', () => undefined);
  child.once('exit', () => lanes[lane].idle.delete(child));
  await ready(child);
  // From here on only the timers of a job keep this process alive.
  child.unref();
  child.channel?.unref();
  (child.stdin as Socket | null)?.unref();
  (child.stderr as Socket | null)?.unref();
  return child;
}

/**
 * What a process says before it has seen a file is the system's or Node's word for why it does not start. What it says
 * later may hold what stands in a file, and is read by nobody.
 */
async function ready(child: ChildProcess): Promise<void> {
  const settled = new AbortController();
  let said = '';
  const hear = (words: Buffer) => {
    said = `${said}${words}`.slice(0, mostWords);
  };
  child.stderr?.on('data', hear);
  const died = once(child, 'close', settled).then(([code, signal]) => {
    throw new Error(`The PDF process did not start: ended by ${signal ?? `code ${code}`}: ${said}`);
  });
  await Promise.race([once(child, 'message', settled), died]).finally(() => settled.abort());
  child.stderr?.off('data', hear).resume();
}

const isAlive = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null && !child.killed;
