/** When a server may be sent requests: its parts, and what makes each of them fail. Pure. */

/** The parts that must be well; `draining` is failing while the server ends. */
export const PARTS = ['database', 'clock', 'worker', 'storage', 'pdf', 'disk', 'draining'] as const;
export type Part = (typeof PARTS)[number];

/**
 * What is known about a part. `ageSeconds` is the age of that knowledge; null where the part was not examined yet.
 * `why` says in words for the operator what is wrong, without anything of people's or a secret.
 */
export type PartState = { state: 'well' | 'failing' | 'unchecked'; ageSeconds: number | null; why?: string };

/** What is wrong with a part: in words for the operator, and the figure that says how much, the same in every language. */
export type Fault = { why: string; figure?: string };

export type Readiness = { ready: boolean; failing: Part[]; parts: Record<Part, PartState> };

/** Ready is who has every part well; one that was not examined yet is not known to be. */
export function readinessOf(parts: Record<Part, PartState>): Readiness {
  const failing = PARTS.filter((part) => parts[part].state !== 'well');
  return { ready: failing.length === 0, failing, parts };
}

/** Servers that share a database count times together: beyond this a clock is wrong. In milliseconds. */
const MOST_DIFFERENCE_MS = 5_000;

/**
 * Why a server's clock is wrong, or undefined if it is not.
 * @param differenceMs the server's time minus the database's
 * @param tripMs how long it took to ask; the database answered at some moment of it
 */
export function clockFault(differenceMs: number, tripMs: number): Fault | undefined {
  if (Math.abs(differenceMs) - tripMs / 2 <= MOST_DIFFERENCE_MS) return undefined;
  const isAhead = differenceMs > 0;
  const seconds = `${Math.round(Math.abs(differenceMs) / 1000)} s`;
  return {
    why: `the server's clock is ${seconds} ${isAhead ? 'ahead of' : 'behind'} the database's`,
    figure: `${isAhead ? '+' : '−'}${seconds}`,
  };
}

/** Why issuing stands still, or undefined if it does not. @param pulseMs since the last turn on any server; null for none */
export function pulseFault(pulseMs: number | null, mostMs: number): Fault | undefined {
  if (pulseMs === null) return { why: 'issuing has not begun' };
  if (pulseMs <= mostMs) return undefined;
  const figure = `${Math.round(pulseMs / 1000)} s`;
  return { why: `issuing has stood still for ${figure} on every server`, figure };
}

/** Why there is too little space, or undefined if there is enough. Both in megabytes. */
export function diskFault(freeMb: number, floorMb: number): Fault | undefined {
  if (freeMb >= floorMb) return undefined;
  const figure = `${Math.floor(freeMb)} MB`;
  return { why: `${figure} are free, less than ${floorMb} MB`, figure };
}
