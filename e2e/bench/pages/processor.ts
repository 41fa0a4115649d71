import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { familyOf } from '../../support/court/family';

/** From now on all threads of a server run on one processor. */
export function keepToOne(pid: number): void {
  for (const member of familyOf(pid))
    execFileSync('taskset', ['-acp', '0', String(member.pid)], { stdio: 'ignore' });
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** The milliseconds of processor that a server's processes have used so far. */
export function processorMs(pid: number): number {
  const ticks = familyOf(pid).map((member) => {
    const stat = readFileSync(`/proc/${member.pid}/stat`, 'utf8');
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return user + system;
  });
  return (ticks.reduce((sum, one) => sum + one, 0) / ticksPerSecond) * 1000;
}
