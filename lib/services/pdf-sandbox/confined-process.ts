import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bareEnvironment, type Confinement, confinedCommand } from '@/lib/services/pdf-sandbox/confinement';

const mostHeapMegabytes = 256;

/**
 * Starts a program that reads foreign files. It gets no environment, no file and no network, and speaks with this
 * process alone: by messages, and by what it is sent to its standard input.
 */
export function startConfined(program: string, confinement?: Confinement): ChildProcess {
  const root = process.cwd();
  const packages = path.join(/* turbopackIgnore: true */ root, 'node_modules');
  const { execPath, execArgv } = confinedCommand({ files: [program], folders: [packages] }, confinement);
  return fork(/* turbopackIgnore: true */ program, [], {
    cwd: root,
    env: bareEnvironment,
    execPath,
    execArgv: [...execArgv, `--max-old-space-size=${mostHeapMegabytes}`, '--expose-gc'],
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
  });
}

/** Sends bytes to the standard input of a process. Resolves when it has them all, or has ended. */
export async function sendBytes({ stdin }: ChildProcess, bytes: Uint8Array): Promise<void> {
  await new Promise<unknown>((sent) => (stdin ? stdin.write(bytes, sent) : sent(null)));
}

/** Whether the process ended because its memory was full: V8 then ends it by a signal, which a wrapper passes on as a code. */
export function ranOutOfMemory({ exitCode, signalCode }: ChildProcess): boolean {
  const [abort, trap] = [128 + 6, 128 + 5];
  return signalCode === 'SIGABRT' || signalCode === 'SIGTRAP' || exitCode === abort || exitCode === trap;
}

/** The physical memory of a process and of those that it started, if the system reports it (Linux), else 0. */
export function residentMegabytes({ pid }: ChildProcess): number {
  return pid === undefined ? 0 : treeKilobytes(pid) / 1024;
}

function treeKilobytes(pid: number): number {
  const status = readProc(`${pid}/status`);
  const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
  const children = readProc(`${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return children.reduce((sum, child) => sum + treeKilobytes(Number(child)), own);
}

function readProc(file: string): string {
  try {
    return readFileSync(path.join('/proc', file), 'utf8');
  } catch {
    return '';
  }
}
