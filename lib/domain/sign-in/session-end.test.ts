import { describe, expect, it } from 'vitest';
import {
  nextLookMs,
  SESSION_LIMIT_MS,
  sessionEnd,
  timeLeft,
  touchEveryMs,
  warnBeforeMs,
} from '@/lib/domain/sign-in/session-end';

const minute = 60_000;
const idleMs = 15 * minute;
const createdAt = new Date('2026-11-24T09:00:00Z');
const later = (ms: number) => new Date(createdAt.getTime() + ms);

describe('a session ends', () => {
  it('fifteen minutes after the last activity', () => {
    const row = { createdAt, lastActiveAt: later(20 * minute) };
    expect(sessionEnd(row, { now: later(30 * minute), idleMs })).toEqual({
      endsInMs: 5 * minute,
      why: 'idle',
    });
  });

  it('twelve hours after signing in, when that comes first', () => {
    const lastActiveAt = later(SESSION_LIMIT_MS - 3 * minute);
    const now = later(SESSION_LIMIT_MS - 2 * minute);
    expect(sessionEnd({ createdAt, lastActiveAt }, { now, idleMs })).toEqual({
      endsInMs: 2 * minute,
      why: 'limit',
    });
  });

  it('by inactivity when both would end it at the same instant, so that staying is offered', () => {
    const lastActiveAt = later(SESSION_LIMIT_MS - idleMs);
    expect(sessionEnd({ createdAt, lastActiveAt }, { now: lastActiveAt, idleMs }).why).toBe('idle');
  });
});

describe('the warning', () => {
  it('comes two minutes before the end, and at half time of a short session', () => {
    expect(warnBeforeMs(idleMs)).toBe(2 * minute);
    expect(warnBeforeMs(4 * minute)).toBe(2 * minute);
    expect(warnBeforeMs(3 * minute)).toBe(90_000);
    expect(warnBeforeMs(15_000)).toBe(7_500);
  });

  it('is prepared by one question just after it is due, then one every five seconds, then one after the end', () => {
    const warnMs = 2 * minute;
    const look = (endsInMs: number) => nextLookMs({ endsInMs, warnMs, why: 'idle' });
    expect(look(15 * minute)).toBe(13 * minute + 250);
    expect(look(2 * minute)).toBe(5_000);
    expect(look(3_000)).toBe(3_250);
    expect(look(-10)).toBe(250);
  });

  it('says the time left in four steps', () => {
    const steps = [120_000, 60_001, 60_000, 30_001, 30_000, 10_001, 10_000, 0].map(timeLeft);
    expect(steps).toEqual([
      'twoMinutes',
      'twoMinutes',
      'oneMinute',
      'oneMinute',
      'halfMinute',
      'halfMinute',
      'tenSeconds',
      'tenSeconds',
    ]);
  });
});

it('is written down once in five seconds, more often only where a session is short', () => {
  expect(touchEveryMs(idleMs)).toBe(5_000);
  expect(touchEveryMs(15_000)).toBe(750);
});
