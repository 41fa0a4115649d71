import { renewUserTexts } from '@/lib/data/account/desk/user-texts';
import { addSkeletons } from '@/lib/data/account/one-key-id-skeletons';
import { sealAudit } from '@/lib/data/audit/sealing';
import { storeFilingDays } from '@/lib/data/health/filing-days';
import { notePulse } from '@/lib/data/health/pulse';
import { noteWellMinute } from '@/lib/data/health/service-days';
import { renewSearchTexts } from '@/lib/data/search/search-texts';
import { lastingOf, type Troubles } from '@/lib/domain/health/alert';
import { env } from '@/lib/env';
import { findTroubles } from '@/lib/jobs/alerts/troubles';
import { lookEveryMs, tellStaff } from '@/lib/jobs/alerts/watch';
import { carryOutDueProposals } from '@/lib/jobs/approval/approve';
import { examinationsEnd, isAllWell, renewQuick, renewSlow } from '@/lib/jobs/health/health';
import { issueDueFilings } from '@/lib/jobs/issuing/issue';
import { Loop } from '@/lib/jobs/loop';
import { loadVersion, sendDueMail } from '@/lib/jobs/mail/send-mail';
import { checkNightly } from '@/lib/jobs/upkeep/check-files';
import { expireDrafts } from '@/lib/jobs/upkeep/expire-drafts';
import { lockUnusedStaff } from '@/lib/jobs/upkeep/idle-staff';
import { noteRegisterEnd } from '@/lib/jobs/upkeep/journal';
import { sweep } from '@/lib/jobs/upkeep/sweep';
import { sweepRemoved } from '@/lib/jobs/upkeep/sweep-removed';
import { log } from '@/lib/log';
import { courtNow, systemNow } from '@/lib/services/clock';

/**
 * The worker beside the pages. It runs separate loops so that none waits for another: issuing claims that are
 * due, sending the outbox's e-mail, adding the audit log's lines to its chain, carrying out what one person alone
 * proposed, sweeping up leftovers, and watching over the service's parts.
 */
type Worker = { issuing: Loop; mail: Loop; sealing: Loop; approving: Loop; sweeping: Loop; watching: Loop };

const holder = globalThis as typeof globalThis & { courtWorker?: Worker };

const sweepEveryMs = 5 * 60_000;

const worker = (): Worker => {
  holder.courtWorker ??= {
    issuing: new Loop('issuing', issueAllDue, systemNow),
    mail: new Loop('mail', sendAllDue, systemNow),
    approving: new Loop('approving', carryOutAllDue, systemNow),
    sealing: new Loop('sealing', sealAll, systemNow),
    sweeping: new Loop('sweeping', sweepAll, systemNow),
    watching: new Loop('watching', watch, systemNow),
  };
  return holder.courtWorker;
};

const times = () => ({ now: systemNow(), courtNow: courtNow() });

async function issueAllDue(stopping: AbortSignal, alive: () => void): Promise<void> {
  const beat = () => {
    alive();
    notePulse().catch((error: unknown) => log.error({ err: error }, 'the pulse was not noted'));
  };
  await issueDueFilings(times, { stopping, alive: beat });
  await notePulse();
}

let troublesBefore: Troubles = {};

/** Examines the parts of this server, and tells staff what is wrong. */
async function watch(): Promise<void> {
  renewSlow();
  await renewQuick();
  if (isAllWell()) await noteWellMinute();
  const troubles = await findTroubles(times());
  const lasting = lastingOf(troubles, troublesBefore);
  troublesBefore = troubles;
  await tellStaff(lasting, systemNow());
}

async function sweepAll(stopping: AbortSignal): Promise<void> {
  await noteRegisterEnd();
  await sweep(systemNow());
  await expireDrafts(systemNow(), stopping);
  await lockUnusedStaff(systemNow());
  await sweepRemoved(systemNow(), stopping);
  await checkNightly(systemNow(), stopping);
  while (!stopping.aborted && (await storeFilingDays(courtNow())) > 0);
  while (!stopping.aborted && (await addSkeletons()) > 0);
  while (!stopping.aborted && (await renewSearchTexts()) > 0);
  while (!stopping.aborted && (await renewUserTexts()) > 0);
}

async function sealAll(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const { sealed, missing } = await sealAudit(systemNow());
    if (missing > 0) log.error({ missing }, 'lines went from the audit log: run verify-audit');
    if (sealed === 0) return;
  }
}

async function sendAllDue(stopping: AbortSignal, alive: () => void): Promise<void> {
  const until = { stopping, alive };
  while (!stopping.aborted && (await sendDueMail(systemNow(), loadVersion, until)) > 0) alive();
}

async function carryOutAllDue(): Promise<void> {
  if ((await carryOutDueProposals(times())) > 0) wakeWorker();
}

/** Tells the worker that a queue has new work. Returns at once. Does nothing if no worker was started. */
export function wakeWorker(): void {
  worker().issuing.wake();
  worker().mail.wake();
}

/** Starts the rounds, one every WORKER_SECONDS. */
export function startWorker(): void {
  worker().issuing.start(env.WORKER_SECONDS * 1000);
  worker().mail.start(env.WORKER_SECONDS * 1000);
  if (env.SECOND_PERSON === 'wait') worker().approving.start(env.WORKER_SECONDS * 1000);
  worker().sealing.start(env.WORKER_SECONDS * 1000);
  worker().sweeping.start(sweepEveryMs);
  worker().watching.start(lookEveryMs);
}

/** Starts no new round. Resolves when the rounds and examinations under way have ended. */
export async function stopWorker(): Promise<void> {
  await Promise.all(Object.values(worker()).map((loop) => loop.stop()));
  await examinationsEnd();
}

/** Whether issuing and mail made progress in the last minute. */
export function isWorkerWell(now: Date): boolean {
  const { issuing, mail } = worker();
  return issuing.isWell(now, 60_000) && mail.isWell(now, 60_000);
}
