/** When a session ends, and when its owner is told so beforehand. All times are in milliseconds. */

/** Twelve hours after signing in a session ends whatever is done (NIST SP 800-63B-4). */
export const SESSION_LIMIT_MS = 12 * 60 * 60 * 1000;

/** How long before the end a person is asked whether to stay: more than the 20 seconds of WCAG 2.2.1. */
const WARNING_MS = 2 * 60_000;

/** Activity is written down once in so long at most. */
const TOUCH_MS = 5_000;

/** When a session ends if nothing more is done, and which of its two limits ends it. */
export type SessionEnd = { endsInMs: number; why: 'idle' | 'limit' };

/** What a page is told of its session: also how long before the end to ask. */
export type SessionNews = SessionEnd & { warnMs: number };

/** @param idleMs how long a session lasts without activity */
export function sessionEnd(
  { createdAt, lastActiveAt }: { createdAt: Date; lastActiveAt: Date },
  { now, idleMs }: { now: Date; idleMs: number },
): SessionEnd {
  const idle = lastActiveAt.getTime() + idleMs - now.getTime();
  const limit = createdAt.getTime() + SESSION_LIMIT_MS - now.getTime();
  return limit < idle ? { endsInMs: limit, why: 'limit' } : { endsInMs: idle, why: 'idle' };
}

/** Two minutes before the end; at half time where a session lasts less than four minutes, as in tests. */
export function warnBeforeMs(idleMs: number): number {
  return Math.min(WARNING_MS, idleMs / 2);
}

/**
 * How far apart two notes of activity are at least, so that a page with many requests is one write. A session can end
 * sooner by so much, five seconds of fifteen minutes, and never later.
 */
export function touchEveryMs(idleMs: number): number {
  return Math.min(TOUCH_MS, idleMs / 20);
}

/** In the warning the server is asked again so often: another tab may have moved the end. */
const LOOK_MS = 5_000;
/** Asked a little after the end, the server says that it came. */
const GRACE_MS = 250;

/** How long a page waits before it asks the server about its session again. */
export function nextLookMs({ endsInMs, warnMs }: SessionNews): number {
  const untilWarning = endsInMs - warnMs;
  if (untilWarning > 0) return untilWarning + GRACE_MS;
  return Math.min(Math.max(endsInMs, 0) + GRACE_MS, LOOK_MS);
}

/** Steps of the time left, each said once: a screen reader is not told every second. Keys under `sessionDialog.left`. */
export const TIMES_LEFT = ['twoMinutes', 'oneMinute', 'halfMinute', 'tenSeconds'] as const;
export type TimeLeft = (typeof TIMES_LEFT)[number];

/** The shortest step that the time left still fits into. */
export function timeLeft(endsInMs: number): TimeLeft {
  if (endsInMs <= 10_000) return 'tenSeconds';
  if (endsInMs <= 30_000) return 'halfMinute';
  return endsInMs <= 60_000 ? 'oneMinute' : 'twoMinutes';
}
