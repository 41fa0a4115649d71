import { hash } from 'node:crypto';
import type { Answer, Job } from '@/lib/pdf/seal/worker';
import type { Killed } from '@/lib/services/pdf-sandbox/pdf-process';

const mostRemembered = 1_000;

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtKilledJobs?: Map<string, unknown> };
holder.courtKilledJobs ??= new Map();
const remembered = holder.courtKilledJobs;

/** What a claim needs that was taken is tried again: it must not fail because the machine was slow once. */
const keyOf = (job: Job): string | undefined => {
  if (job.kind !== 'examine' && job.kind !== 'text' && job.kind !== 'read') return undefined;
  const wanted = job.kind === 'examine' ? [job.withText, job.withReading] : [];
  return [job.kind, ...wanted, hash('sha256', job.bytes)].join(' ');
};

/** Remembers what stood when a job was killed, so that the same file does not take as long again. */
export function rememberKilled<J extends Job>(job: J, answer: Answer<J> | Killed): void {
  const key = keyOf(job);
  if (key === undefined) return;
  remembered.set(key, answer);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
}

/** What was answered for the same file when its job was killed, since this server started. */
export function killedBefore<J extends Job>(job: J): Answer<J> | Killed | undefined {
  const key = remembered.size > 0 ? keyOf(job) : undefined;
  return key === undefined ? undefined : (remembered.get(key) as Answer<J> | Killed | undefined);
}
