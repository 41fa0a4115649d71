import { execFileSync } from 'node:child_process';

/** Resident memory in MB of a process and of each that it started, itself or by others; Linux. */
function family(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const members = new Set([pid]);
  for (const [child = 0, parent = 0] of all) if (members.has(parent)) members.add(child);
  return all.filter(([id = 0]) => members.has(id)).map(([, , rss = 0]) => rss / 1024);
}

/** Of the process and all that it started. */
export function familyMegabytes(pid: number): number {
  return family(pid).reduce((sum, megabytes) => sum + megabytes, 0);
}

/** Of the largest among them: the server itself, started by lib/start.mjs. */
export function residentMegabytes(pid: number): number {
  return Math.max(...family(pid));
}
