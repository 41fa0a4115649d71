import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConfined } from '@/lib/services/pdf-sandbox/confined-process';
import {
  bareEnvironment,
  type Confinement,
  confinedCommand,
  confinementHere,
} from '@/lib/services/pdf-sandbox/confinement';

const program = path.resolve('lib/testing/pdf/break-out.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'confinement-'));
const secret = path.join(folder, 'court-key.pem');
const socket = path.join(folder, 'socket');
const servers: Server[] = [];

async function listening(address: number | string): Promise<Server> {
  const server = createServer().listen(address);
  servers.push(server);
  await once(server, 'listening');
  return server;
}

let port = 0;
beforeAll(async () => {
  writeFileSync(secret, 'key');
  await listening(socket);
  const address = (await listening(0)).address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

/** What the program could do of all that it tries. */
async function brokenOut(
  child: ChildProcess,
  untried: string[] = [],
): Promise<{ done: string[]; environment: string[] }> {
  try {
    const signal = AbortSignal.timeout(20_000);
    await once(child, 'message', { signal });
    child.send({ secret, folder, port, socket, parent: process.pid, untried });
    const [report] = await once(child, 'message', { signal });
    return report;
  } finally {
    child.kill('SIGKILL');
  }
}

/** The same confinement without what Node itself refuses, as if Node's own guard had been broken. */
function startPastNode(confinement: Confinement): ChildProcess {
  const { execPath, execArgv } = confinedCommand({ files: [program], folders: [] }, confinement);
  return fork(program, [], {
    execPath,
    execArgv: execArgv.filter((flag) => !/^--(experimental-)?permission$|^--allow-fs-read/.test(flag)),
    env: bareEnvironment,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

const nothing = { done: [], environment: [] };
const strongest = confinementHere();
if (strongest !== 'bubblewrap')
  process.stderr.write(`\n*** NOT TESTED: bubblewrap does not work here, but "${strongest}" ***\n\n`);

describe('a program that a foreign file has taken over', () => {
  it.skipIf(strongest !== 'bubblewrap')(
    'reads, starts, reaches and changes nothing in bubblewrap',
    async () => {
      expect(await brokenOut(startConfined(program, 'bubblewrap'))).toEqual(nothing);
    },
  );

  it.skipIf(strongest !== 'bubblewrap')(
    'finds nothing but itself in bubblewrap, even where Node forbids nothing',
    async () => {
      // Its own program is all that it finds to start, in the same namespaces.
      const itself = ['start itself anew', 'start a thread'];
      expect(await brokenOut(startPastNode('bubblewrap'), itself)).toEqual(nothing);
    },
  );

  it.skipIf(strongest === 'node')(
    'has no network and no neighbours with unshare, but sockets that are files',
    async () => {
      const found = await brokenOut(startConfined(program, 'unshare'));
      expect(found).toEqual({ ...nothing, done: ['reach a socket'] });
    },
  );

  it('reads no file and starts no program where Node alone guards it', async () => {
    const { done, environment } = await brokenOut(startConfined(program, 'node'));
    const open = [
      'see its parent',
      'reach a port',
      'reach a socket',
      'take two gigabytes',
      'gain privileges',
    ];
    expect(done.filter((name) => !open.includes(name))).toEqual([]);
    expect(environment).toEqual([]);
  });

  it('could do all of that if nothing confined it', async () => {
    const child = fork(program, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const { done, environment } = await brokenOut(child);
    expect(done).toEqual(expect.arrayContaining(['read a secret', 'start a shell', 'reach a port']));
    expect(done).toHaveLength(14);
    expect(environment).not.toEqual([]);
  });
});
