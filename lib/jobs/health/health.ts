import {
  type Fault,
  PARTS,
  type Part,
  type PartState,
  type Readiness,
  readinessOf,
} from '@/lib/domain/health/readiness';
import { env } from '@/lib/env';
import { examineDatabase, examineDisk, examinePdfProcess, examineStorage } from '@/lib/jobs/health/checks';
import { within } from '@/lib/jobs/health/within';
import { log } from '@/lib/log';

/**
 * What this process knows about its parts. Whoever asks is told what is known: database, clock, worker and disk are
 * examined anew where that is a second old, storage and the PDF processes in the background.
 */

/** `at` is `performance.now()` of the examination. */
type Known = { at: number; fault: Fault | undefined };
type Health = { known: Map<Part, Known>; underWay: Map<string, Promise<void>> };

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtHealth?: Health };
holder.courtHealth ??= { known: new Map(), underWay: new Map() };
const { known, underWay } = holder.courtHealth;

const freshMs = 1_000;
/** Who asks waits no longer than this. */
const quickMs = 3_000;
/** A disk of the network is slow now and then, and so is a machine under load. */
const diskMs = 10_000;
/** An upload to storage may take long, and a PDF process waits for its turn. */
const slowMs = 60_000;
/** What failed is tried again sooner than what was well. */
const againMs = Math.min(env.CHECK_SECONDS, 30) * 1000;

/** Logs a part that was well and fails, or the other way round. */
function note(part: Part, fault: Fault | undefined): void {
  const before = known.get(part);
  if (before && fault && !before.fault) log.error({ part, ...fault }, 'a part fails');
  if (before?.fault && !fault) log.warn({ part }, 'a part is well again');
  known.set(part, { at: performance.now(), fault });
}

/** Examines a part once at a time. What it throws says too much for those who may ask: it goes to the log. */
function examine(part: Part, ms: number, run: () => Promise<void>): Promise<void> {
  const failed = (error: unknown) => {
    log.error({ err: error, part }, 'an examination failed');
    note(part, { why: 'it does not work; the log says why' });
  };
  const examining =
    underWay.get(part) ??
    within(ms, run())
      .catch(failed)
      .finally(() => underWay.delete(part));
  underWay.set(part, examining);
  return examining;
}

const isOlder = (part: Part, ms: number) => performance.now() - (known.get(part)?.at ?? -Infinity) >= ms;

async function renewDatabase(): Promise<void> {
  const { clock, worker } = await examineDatabase();
  note('database', undefined);
  note('clock', clock);
  note('worker', worker);
}

/** Examines what is quick to examine and was not examined within the last second. */
export async function renewQuick(): Promise<void> {
  await Promise.all([
    isOlder('database', freshMs) && examine('database', quickMs, renewDatabase),
    isOlder('disk', freshMs) && examine('disk', diskMs, async () => note('disk', await examineDisk())),
  ]);
}

const slow = { storage: examineStorage, pdf: examinePdfProcess };

/** Begins to examine what takes longer, where it is due. */
export function renewSlow(): void {
  for (const [part, run] of Object.entries(slow) as [keyof typeof slow, () => Promise<Fault | undefined>][]) {
    const everyMs = known.get(part)?.fault ? againMs : env.CHECK_SECONDS * 1000;
    if (isOlder(part, everyMs)) void examine(part, slowMs, async () => note(part, await run()));
  }
}

/** Resolves when no examination is under way: a server that ends leaves no file of its own in storage. */
export async function examinationsEnd(): Promise<void> {
  await Promise.all(underWay.values());
}

/** Notes that a part was well when the service started. */
export function noteWell(part: Part): void {
  note(part, undefined);
}

/** What is wrong with a part, as far as is known. */
export const faultOf = (part: Part): Fault | undefined => known.get(part)?.fault;

/** Whether every part was well when it was last examined. */
export const isAllWell = (): boolean => PARTS.every((part) => !faultOf(part));

function stateOf(part: Part): PartState {
  const found = known.get(part);
  if (!found) return { state: 'unchecked', ageSeconds: null };
  const ageSeconds = Math.round((performance.now() - found.at) / 1000);
  return found.fault ? { state: 'failing', ageSeconds, why: found.fault.why } : { state: 'well', ageSeconds };
}

/** Whether this server may be sent requests, with each of its parts. Answers within a few seconds, whatever fails. */
export async function readiness(isDraining: boolean): Promise<Readiness> {
  // What takes longer is told as it was known before, with its age.
  await within(quickMs, renewQuick()).catch(() => undefined);
  const parts = Object.fromEntries(PARTS.map((part) => [part, stateOf(part)])) as Record<Part, PartState>;
  const draining: PartState = isDraining
    ? { state: 'failing', ageSeconds: 0, why: 'the server ends' }
    : { state: 'well', ageSeconds: 0 };
  return readinessOf({ ...parts, draining });
}
