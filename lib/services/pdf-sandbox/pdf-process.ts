import type { ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import { log } from '@/lib/log';
import type {
  Answer,
  Failure,
  Job,
  Order,
  SignatureAsked,
  SignatureGiven,
  SoFar,
} from '@/lib/pdf/seal/worker';
import { ranOutOfMemory, residentMegabytes, sendBytes } from '@/lib/services/pdf-sandbox/confined-process';
import { killedBefore, rememberKilled } from '@/lib/services/pdf-sandbox/killed-before';
import { type Turn, withProcess } from '@/lib/services/pdf-sandbox/pdf-pool';
import { watched } from '@/lib/traced';

/** Why a job was killed before it could answer. */
export type LimitCode = 'too-slow' | 'too-complex';
export type Killed = { ok: false; code: LimitCode };
/** Makes the signature that a job asks for. The key never enters the process that reads the file. */
type Sign = (digest: Uint8Array) => Promise<Uint8Array>;

/**
 * The time limit of each stage of a job. A stage ends with an interim answer or with a signature, the last stage with the
 * answer.
 */
const longestMilliseconds: Record<Job['kind'], number[]> = {
  examine: [10_000, 5_000, 5_000, 10_000],
  place: [5_000, 5_000],
  // Sealing, reading back and sealing anew, reading back again.
  seal: [10_000, 10_000, 10_000],
  receipt: [10_000, 10_000],
  text: [10_000],
  read: [10_000],
  preview: [10_000],
  mend: [30_000],
};
const mostResidentMegabytes = 400;

/** The process failed at a job without saying why: an unforeseen fault of the file or of the service. */
export class PdfProcessFailed extends Error {}

/**
 * Runs a job in a process that is killed when a stage takes too long or the job takes more than 400 MB of
 * resident memory. The latest interim answer then stands, for an upload also when the same file comes again. `within`
 * limits all stages together, in milliseconds.
 * @throws PdfProcessFailed; another error if the service is at fault, not the file
 */
export async function runGuarded<J extends Job>(
  job: J,
  turn: Turn,
  { sign = noSignature, within }: { sign?: Sign; within?: number | undefined } = {},
): Promise<Answer<J> | Killed> {
  const known = killedBefore(job);
  if (known) return known;
  const answer = () => withProcess(turn, (child) => runIn(child, job, sign, within));
  return watched('pdf', job.kind, answer, verdictOf);
}

/** `ok`, or the code by which the file was refused. */
const verdictOf = (answer: { ok: boolean; code?: string }) => (answer.ok ? 'ok' : (answer.code ?? 'refused'));

async function runIn<J extends Job>(
  child: ChildProcess,
  job: J,
  sign: Sign,
  within: number | undefined,
): Promise<Answer<J> | Killed> {
  const guard = guarded(child, longestMilliseconds[job.kind], within);
  try {
    const answer = await converse(child, job, guard, sign);
    if ('failed' in answer) throw new PdfProcessFailed(answer.failed);
    return answer;
  } catch (error) {
    // The process may wait for a signature that will not come.
    if (!(error instanceof PdfProcessFailed)) child.kill('SIGKILL');
    throw error;
  } finally {
    guard.end();
  }
}

async function noSignature(): Promise<never> {
  throw new Error('this job signs nothing');
}

type Guard = ReturnType<typeof guarded>;

/** Kills a process that exceeds its limits, and tells which limit it exceeded. */
function guarded(child: ChildProcess, stages: number[], within: number | undefined) {
  let exceeded: LimitCode | undefined;
  const kill = (code: LimitCode) => {
    exceeded = code;
    child.kill('SIGKILL');
  };
  const [first, ...later] = stages;
  let clock = setTimeout(kill, first, 'too-slow');
  const end = within === undefined ? undefined : setTimeout(kill, within, 'too-slow');
  const scales = setInterval(
    () => residentMegabytes(child) > mostResidentMegabytes && kill('too-complex'),
    100,
  );
  return {
    nextStage: () => {
      clearTimeout(clock);
      clock = setTimeout(kill, later.shift(), 'too-slow');
    },
    stopClock: () => clearTimeout(clock),
    exceeded: () => (ranOutOfMemory(child) ? 'too-complex' : exceeded),
    end: () => {
      clearTimeout(clock);
      clearTimeout(end);
      clearInterval(scales);
    },
  };
}

type Message<J extends Job> = SoFar<J> | SignatureAsked | Answer<J> | Failure;

/** A message is copied several times, at both ends: the bytes of a file go another way. */
async function give(child: ChildProcess, job: Job): Promise<void> {
  const bytes = 'bytes' in job ? job.bytes : new Uint8Array();
  const order: Order = {
    job: { ...job, ...('bytes' in job && { bytes: new Uint8Array() }) },
    size: bytes.length,
  };
  child.send(order);
  if (bytes.length > 0) await sendBytes(child, bytes);
}

/** Gives a process its job, and the signature that it asks for, until it answers or ends. */
async function converse<J extends Job>(
  child: ChildProcess,
  job: J,
  guard: Guard,
  sign: Sign,
): Promise<Answer<J> | Killed | Failure> {
  let best: Answer<J> | undefined;
  const messages = on(child, 'message', { close: ['exit'] });
  void give(child, job);
  for await (const [message] of messages as AsyncIterable<[Message<J>]>) {
    if ('soFar' in message) {
      best = message.soFar;
      guard.nextStage();
    } else if ('digest' in message) {
      // The file is read and the result ready. The time that the key or a time-stamp takes does not count
      // against the file.
      guard.stopClock();
      child.send(await signatureOf(message, sign));
      guard.nextStage();
    } else {
      return message;
    }
  }
  const code = guard.exceeded();
  if (!code) return { failed: `ended by ${child.signalCode ?? `code ${child.exitCode}`}` };
  log.warn({ job: job.kind, code, answered: Boolean(best) }, 'PDF process killed');
  const answer = best ?? { ok: false, code };
  rememberKilled(job, answer);
  return answer;
}

async function signatureOf({ digest }: SignatureAsked, sign: Sign): Promise<SignatureGiven> {
  const signature = await sign(Buffer.from(digest, 'base64'));
  return { signature: Buffer.from(signature).toString('base64') };
}
