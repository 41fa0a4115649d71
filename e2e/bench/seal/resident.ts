import { readFileSync, writeFileSync } from 'node:fs';

/** What Linux says of a process's physical memory. */
export const idleKilobytes = (pid: number) => kilobytes(pid, 'VmRSS');
/** The most since `resetPeak`. */
export const peakKilobytes = (pid: number) => kilobytes(pid, 'VmHWM');

/** See proc(5), /proc/pid/clear_refs. */
export const resetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

function kilobytes(pid: number, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
}
