import type { Measured } from './bench';
import { candidateNames } from './candidates';

const megabyte = 1024 * 1024;

/** How many times the physical limit sealing may take: where hashing and copying prevail, little more. */
const limitTarget = (bytes: number) => (bytes > 5 * megabyte ? 1.3 : 2.5);

/** How many times as long another library must take. */
function theirsTarget({ fixture: { name, bytes } }: Measured): number {
  if (name.startsWith('2,000 pages')) return 8;
  if (bytes > 40 * megabyte) return 1.5;
  return bytes > 0.9 * megabyte ? 1 : 0;
}

/** The most that a sealing process may hold above an idle one, in MB. */
const memoryTarget = (bytes: number) => bytes / megabyte + 80;
const leastClaimsPerSecond = 60;
const mostDelay = 50;

const names = [...candidateNames];
const wide = 22;
const cell = (text: string) => text.padStart(16);
const line = (head: string, cells: string[]) => `${head.padEnd(wide)}${cells.map(cell).join('')}\n`;
const met = (holds: boolean) => (holds ? 'met' : 'MISSED');

/** Medians, memory and the targets, as text. */
export function tableOf(measured: Measured[]): string {
  return [
    '\nFrom file to file, median ms\n',
    line('', names),
    ...measured.map((one) =>
      line(
        headOf(one),
        names.map((name) => one.ms[name].toFixed(1)),
      ),
    ),
    '\nMost memory of a fresh process, in MB above the same process idle\n',
    line('', names),
    ...measured.map((one) =>
      line(
        headOf(one),
        names.map((name) => (one.memory[name].peak - one.memory[name].idle).toFixed(0)),
      ),
    ),
    '\nFinding the place of the seal, median ms\n',
    ...measured.map((one) => line(headOf(one), [one.placing.toFixed(0)])),
    '\nTargets\n',
    ...measured.flatMap(targetsOf),
  ].join('');
}

function headOf({ fixture: { name, bytes, rounds } }: Measured): string {
  return `${name} (${(bytes / 1000).toFixed(0)} kB, ${rounds}x)`;
}

function targetsOf(one: Measured): string[] {
  const { fixture, ms, memory } = one;
  const slower = ms.seal / ms.limit;
  const most = limitTarget(fixture.bytes);
  const faster = Math.min(ms['pdf-lib 1.17.1'], ms['@cantoo/pdf-lib']) / ms.seal;
  const least = theirsTarget(one);
  const above = memory['guarded seal'].peak - memory['guarded seal'].idle;
  const room = memoryTarget(fixture.bytes);
  return [
    target(`${fixture.name}: times the limit`, slower, `at most ${most}`, slower <= most),
    target(
      `${fixture.name}: the faster library takes`,
      faster,
      least ? `over ${least} times` : 'no target',
      faster > least,
    ),
    target(`${fixture.name}: MB above idle`, above, `at most ${room.toFixed(0)}`, above <= room),
  ];
}

const target = (what: string, value: number, asked: string, holds: boolean) =>
  `${what.padEnd(48)}${value.toFixed(2).padStart(8)}   ${asked.padEnd(16)}${met(holds)}\n`;

export const rateLine = (rate: number) =>
  target('claims of 200 KB a second', rate, `at least ${leastClaimsPerSecond}`, rate >= leastClaimsPerSecond);

type Late = { p99: number; most: number };

export function delayLine({ idle, busy }: { idle: Late; busy: Late }): string {
  const added = busy.p99 - idle.p99;
  const told = `  p99 idle ${idle.p99.toFixed(1)} ms, busy ${busy.p99.toFixed(1)} ms; most ${idle.most.toFixed(1)} and ${busy.most.toFixed(1)} ms\n`;
  return target('event loop: ms that sealing adds', added, `at most ${mostDelay}`, added <= mostDelay) + told;
}
