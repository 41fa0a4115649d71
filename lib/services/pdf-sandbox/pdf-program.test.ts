import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { bareEnvironment } from '@/lib/services/pdf-sandbox/confinement';
import { pdfProgram } from '@/lib/services/pdf-sandbox/pdf-program';

/** A quarter of what a confined process may open at once. */
const fewFiles = 64;

/** The message by which the program says that it is ready, or the code by which it ended. */
async function started(mostOpenFiles: number): Promise<unknown> {
  const child = fork(await pdfProgram(), [], {
    env: bareEnvironment,
    execPath: 'prlimit',
    execArgv: [`--nofile=${mostOpenFiles}`, '--', process.execPath],
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
  try {
    return (await Promise.race([once(child, 'message'), once(child, 'exit')]))[0];
  } finally {
    child.kill('SIGKILL');
  }
}

it('starts where it may open few files at once', async () => {
  expect(typeof (await started(fewFiles))).not.toBe('number');
});

it('does not start where it may open hardly any', async () => {
  expect(typeof (await started(20))).toBe('number');
});
