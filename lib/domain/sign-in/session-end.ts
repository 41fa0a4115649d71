/** The end of a session, and the warning before it. All times are in milliseconds. */

/** A session ends twelve hours after signing in, even if its owner is active (NIST SP 800-63B-4). */
export const SESSION_LIMIT_MS = 12 * 60 * 60 * 1000;

/**
 * The time before the end at which a person is asked whether to stay: more than the 20 seconds of WCAG 2.2.1.
 */
const WARNING_MS = 2 * 60_000;

/** The shortest time between two records of activity. */
const TOUCH_MS = 5_000;

/** The time until a session without further activity ends, and which of its two limits ends it. */
export type SessionEnd = { endsInMs: number; why: 'idle' | 'limit' };

/** The facts that a page gets about its session; `warnMs` is the time before the end at which to ask. */
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

/** Two minutes before the end, or at half time if a session lasts less than four minutes, as in tests. */
export function warnBeforeMs(idleMs: number): number {
  return Math.min(WARNING_MS, idleMs / 2);
}

/**
 * The shortest time between two records of activity, so that a page with many requests causes one write. A
 * session can end earlier by that time, five seconds of fifteen minutes, but never later.
 */
export function touchEveryMs(idleMs: number): number {
  return Math.min(TOUCH_MS, idleMs / 20);
}

/** While it warns, a page asks the server this often, because another tab may have moved the end. */
const LOOK_MS = 5_000;
/** A page asks a little after the end, when the server has noticed it. */
const GRACE_MS = 250;

/** The time after which a page asks the server about its session again. */
export function nextLookMs({ endsInMs, warnMs }: SessionNews): number {
  const untilWarning = endsInMs - warnMs;
  if (untilWarning > 0) return untilWarning + GRACE_MS;
  return Math.min(Math.max(endsInMs, 0) + GRACE_MS, LOOK_MS);
}

/**
 * The remaining times that are announced, each once, because a screen reader must not speak every second.
 * Keys under `sessionDialog.left`.
 */
export const TIMES_LEFT = ['twoMinutes', 'oneMinute', 'halfMinute', 'tenSeconds'] as const;
export type TimeLeft = (typeof TIMES_LEFT)[number];

/** The shortest announced time that is not below the time left. */
export function timeLeft(endsInMs: number): TimeLeft {
  if (endsInMs <= 10_000) return 'tenSeconds';
  if (endsInMs <= 30_000) return 'halfMinute';
  return endsInMs <= 60_000 ? 'oneMinute' : 'twoMinutes';
}
