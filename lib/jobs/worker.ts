import { env } from '@/lib/env';
import { issueDueFilings } from '@/lib/jobs/issue';
import { sendDueMail } from '@/lib/jobs/send-mail';
import { loadVersion } from '@/lib/jobs/versions';
import { log } from '@/lib/log';
import { courtNow, systemNow } from '@/lib/services/clock';

/** The worker beside the pages: issues claims that fall due and sends the e-mail of the outbox. */
type Worker = {
  timer?: NodeJS.Timeout;
  running?: Promise<void>;
  again: boolean;
  stopped: boolean;
  lastRoundAt?: Date;
};

const holder = globalThis as typeof globalThis & { courtWorker?: Worker };
const worker = (): Worker => {
  holder.courtWorker ??= { again: false, stopped: false };
  return holder.courtWorker;
};

async function round(): Promise<void> {
  await issueDueFilings(() => ({ now: systemNow(), courtNow: courtNow() }));
  await sendDueMail(systemNow(), loadVersion);
  worker().lastRoundAt = systemNow();
}

async function rounds(): Promise<void> {
  do {
    worker().again = false;
    await round().catch((error: unknown) => log.error({ err: error }, 'a round of the worker failed'));
  } while (worker().again && !worker().stopped);
}

/** Runs a round now: something was just put into a queue. Returns at once; nothing happens where no worker was started. */
export function wakeWorker(): void {
  const state = worker();
  if (state.stopped || !state.timer) return;
  state.again = true;
  state.running ??= rounds().finally(() => {
    state.running = undefined;
  });
}

/** Starts the rounds, one every WORKER_SECONDS. */
export function startWorker(): void {
  worker().timer ??= setInterval(wakeWorker, env.WORKER_SECONDS * 1000);
  wakeWorker();
}

/** No new round; waits for the one under way. */
export async function stopWorker(): Promise<void> {
  const state = worker();
  state.stopped = true;
  clearInterval(state.timer);
  await state.running;
}

/** Whether a round was completed in the last minute. */
export function isWorkerWell(now: Date): boolean {
  const last = worker().lastRoundAt;
  return last !== undefined && now.getTime() - last.getTime() < 60_000;
}
