import { execFileSync } from 'node:child_process';

/** A process, and the memory in MB that it has. */
type Member = { pid: number; megabytes: number };

/** A process first, then all that it started, themselves or by others. */
export function familyOf(pid: number): Member[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const family = new Map([[pid, 0]]);
  for (const line of lines) {
    const [child = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
    if (child === pid || family.has(parent)) family.set(child, kilobytes / 1024);
  }
  return [...family].map(([member, megabytes]) => ({ pid: member, megabytes }));
}
