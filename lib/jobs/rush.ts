/**
 * When many submit at once, receipts go first: sealing takes most of a processor, and a filer who waits for the receipt
 * must not wait for the claims of others. What is not issued in its request is the worker's.
 */
const windowMs = 2_000;
/** Six a second leave half of two processors to sealing. */
const most = 12;

// Bundles of one process share globalThis, not modules: requests submit in one, the worker seals in another.
const holder = globalThis as typeof globalThis & { courtSubmissions?: number[] };
holder.courtSubmissions ??= [];
const submissions = holder.courtSubmissions;

/** A claim was submitted to this process. @param now the system's time */
export function noteSubmission(now: Date): void {
  submissions.push(now.getTime());
  if (submissions.length > most + 1) submissions.shift();
}

/** Whether more claims than that came to this process within the last two seconds. */
export function isRush(now: Date): boolean {
  const oldest = submissions.at(-most - 1);
  return oldest !== undefined && now.getTime() - oldest <= windowMs;
}
