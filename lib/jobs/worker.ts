import { env } from '@/lib/env';
import { issueDueFilings } from '@/lib/jobs/issue';
import { Loop } from '@/lib/jobs/loop';
import { sendDueMail } from '@/lib/jobs/send-mail';
import { sweep } from '@/lib/jobs/sweep';
import { sweepClosed } from '@/lib/jobs/sweep-closed';
import { loadVersion } from '@/lib/jobs/versions';
import { courtNow, systemNow } from '@/lib/services/clock';

/**
 * The worker beside the pages, in loops of their own so that none waits for another: issuing what falls due, sending
 * the outbox's e-mail, sweeping what was left behind.
 */
type Worker = { issuing: Loop; mail: Loop; sweeping: Loop };

const holder = globalThis as typeof globalThis & { courtWorker?: Worker };

const sweepEveryMs = 5 * 60_000;

const worker = (): Worker => {
  holder.courtWorker ??= {
    issuing: new Loop('issuing', (stopping, alive) => issueDueFilings(times, { stopping, alive }), systemNow),
    mail: new Loop('mail', sendAllDue, systemNow),
    sweeping: new Loop('sweeping', sweepAll, systemNow),
  };
  return holder.courtWorker;
};

const times = () => ({ now: systemNow(), courtNow: courtNow() });

async function sweepAll(): Promise<void> {
  await sweep(systemNow());
  await sweepClosed();
}

async function sendAllDue(stopping: AbortSignal, alive: () => void): Promise<void> {
  const until = { stopping, alive };
  while (!stopping.aborted && (await sendDueMail(systemNow(), loadVersion, until)) > 0) alive();
}

/** Something was just put into a queue. Returns at once; nothing happens where no worker was started. */
export function wakeWorker(): void {
  worker().issuing.wake();
  worker().mail.wake();
}

/** Starts the rounds, one every WORKER_SECONDS. */
export function startWorker(): void {
  worker().issuing.start(env.WORKER_SECONDS * 1000);
  worker().mail.start(env.WORKER_SECONDS * 1000);
  worker().sweeping.start(sweepEveryMs);
}

/** No new round; resolves when what is under way has ended. */
export async function stopWorker(): Promise<void> {
  const { issuing, mail, sweeping } = worker();
  await Promise.all([issuing.stop(), mail.stop(), sweeping.stop()]);
}

/** Whether issuing and mail moved on in the last minute. */
export function isWorkerWell(now: Date): boolean {
  const { issuing, mail } = worker();
  return issuing.isWell(now, 60_000) && mail.isWell(now, 60_000);
}
