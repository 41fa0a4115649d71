import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { log } from '@/lib/log';
import type { Answer, Failure, Job, SignatureAsked, SignatureGiven } from '@/lib/pdf/worker';
import { pdfProgram } from '@/lib/services/pdf-program';

/** Why a job was killed before it could answer. */
export type LimitCode = 'too-slow' | 'too-complex';
type Killed = { ok: false; code: LimitCode };
/** Makes the signature that a job asks for; the key never enters the process that reads the file. */
type Sign = (digest: Uint8Array) => Promise<Uint8Array>;

const jobsAtOnce = 2;
/** What stands on a page is looked for half as long as anything else: where it takes longer the seal goes elsewhere. */
const longestMilliseconds = { inspect: 10_000, place: 5_000, seal: 10_000, receipt: 10_000, text: 10_000 };
const mostResidentMegabytes = 400;
const mostHeapMegabytes = 256;
/** An idle process that holds more than this has kept too much of the files it saw, and is not used again. */
const tiredMegabytes = 240;

type Pool = { running: number; waiting: (() => void)[]; idle: Set<ChildProcess> };

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtPdfPool?: Pool };
holder.courtPdfPool ??= { running: 0, waiting: [], idle: new Set() };
const pool = holder.courtPdfPool;

/** The process failed at a job without saying why: what nobody foresaw, of the file or of the service. */
export class PdfProcessFailed extends Error {}

/**
 * Runs a job in one of at most two processes, which start at need, stay warm, and end with this one. A job of more
 * than 10 seconds (5 to find a place) or 400 MB of resident memory is killed together with its process.
 * @throws PdfProcessFailed; another error where the service is at fault, not the file
 */
export async function runGuarded<J extends Job>(
  job: J,
  sign: Sign = noSignature,
): Promise<Answer<J> | Killed> {
  if (pool.running >= jobsAtOnce) await new Promise<void>((resolve) => pool.waiting.push(resolve));
  else pool.running += 1;
  try {
    const child = idleChild() ?? (await start());
    const answer = await runIn(child, job, sign);
    if (isAlive(child)) pool.idle.add(child);
    if ('failed' in answer) throw new PdfProcessFailed(answer.failed);
    return answer;
  } finally {
    const next = pool.waiting.shift();
    if (next) next();
    else pool.running -= 1;
  }
}

function idleChild(): ChildProcess | undefined {
  for (const child of pool.idle) {
    pool.idle.delete(child);
    if (residentMegabytes(child) <= tiredMegabytes) return child;
    child.kill('SIGKILL');
  }
  return undefined;
}

/** Starts a process and waits until it can take a job. It inherits no environment: it reads foreign files. */
async function start(): Promise<ChildProcess> {
  const child = fork(/* turbopackIgnore: true */ await pdfProgram(), [], {
    cwd: process.cwd(),
    env: { NODE_ENV: 'production' },
    execArgv: [`--max-old-space-size=${mostHeapMegabytes}`, '--expose-gc'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', (error) => log.error({ error: error.message }, 'PDF process'));
  child.once('exit', () => pool.idle.delete(child));
  const first = await nextOf<{ ok: true }>(child);
  if ('ended' in first) throw new Error(`The PDF process did not start: ${first.ended}`);
  // From here on only a job, by its timers, keeps this process alive.
  child.unref();
  child.channel?.unref();
  return child;
}

async function noSignature(): Promise<never> {
  throw new Error('this job signs nothing');
}

async function runIn<J extends Job>(
  child: ChildProcess,
  job: J,
  sign: Sign,
): Promise<Answer<J> | Killed | Failure> {
  let exceeded: LimitCode | undefined;
  const kill = (code: LimitCode) => {
    exceeded = code;
    child.kill('SIGKILL');
  };
  const scales = setInterval(
    () => residentMegabytes(child) > mostResidentMegabytes && kill('too-complex'),
    100,
  );
  const clock = setTimeout(kill, longestMilliseconds[job.kind], 'too-slow');
  try {
    child.send(job);
    const first = await nextOf<Answer<J> | Failure | SignatureAsked>(child);
    // The file is read and the result ready: what the key or a time-stamp takes is not the file's doing.
    if ('answer' in first && 'digest' in first.answer) clearTimeout(clock);
    const next = await afterSigning<J>(child, first, sign);
    if ('answer' in next) return next.answer;
    // V8 aborts when its heap is full.
    if (next.ended === 'SIGABRT') exceeded = 'too-complex';
    if (!exceeded) return { failed: `ended by ${next.ended}` };
    log.warn({ job: job.kind, code: exceeded }, 'PDF process killed');
    return { ok: false, code: exceeded };
  } catch (error) {
    // It waits for a signature that will not come.
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(clock);
    clearInterval(scales);
  }
}

/** What the process says in the end, having been given the signature that it asked for. */
async function afterSigning<J extends Job>(
  child: ChildProcess,
  said: Said<Answer<J> | Failure | SignatureAsked>,
  sign: Sign,
): Promise<Said<Answer<J> | Failure>> {
  if ('ended' in said) return said;
  const { answer } = said;
  if (!('digest' in answer)) return { answer };
  child.send(await signatureOf(answer, sign));
  return nextOf<Answer<J> | Failure>(child);
}

async function signatureOf({ digest }: SignatureAsked, sign: Sign): Promise<SignatureGiven> {
  const signature = await sign(Buffer.from(digest, 'base64'));
  return { signature: Buffer.from(signature).toString('base64') };
}

type Said<T> = { answer: T } | { ended: string };

/** The next thing that a process says, or how it ended. */
async function nextOf<T>(child: ChildProcess): Promise<Said<T>> {
  const settled = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', settled).then(([answer]) => ({ answer })),
      once(child, 'exit', settled).then(([code, signal]) => ({ ended: signal ?? `code ${code}` })),
    ]);
  } finally {
    settled.abort();
  }
}

const isAlive = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null && !child.killed;

/** The physical memory that a process holds, where the system tells (Linux), else 0. */
function residentMegabytes(child: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
