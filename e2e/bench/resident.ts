import { familyOf } from '../support/court/family';

/** Resident memory in MB of a process and all that it started. */
export function familyMegabytes(pid: number): number {
  return familyOf(pid).reduce((sum, { megabytes }) => sum + megabytes, 0);
}

/** Of the largest among them: the server itself, started by lib/start.mjs. */
export function residentMegabytes(pid: number): number {
  return Math.max(...familyOf(pid).map(({ megabytes }) => megabytes));
}
