// Whether a process that left its mark in a file still runs. Plain JavaScript: builds ask too.
import { readFileSync } from 'node:fs';

/**
 * When the process started, in clock ticks since boot; '' if the system does not report it, and then only the
 * process id decides.
 * @param {number} pid
 */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** This process's mark: its id and its start, because ids come again. */
export const ownMark = () => `${process.pid} ${startOf(process.pid)}`;

/**
 * Whether the process of a mark runs. One that may not be asked does.
 * @param {string} mark
 */
export function isAlive(mark) {
  const [pid = '0', start = ''] = mark.split(' ');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return startOf(Number(pid)) === start;
}
