// Stands in for a program that a foreign PDF has taken over. It tries everything that it must not be able to do, and
// reports what succeeded. Plain JavaScript: it runs as it stands.
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';

const reach = async (address) => {
  const socket = connect(address);
  await once(socket, 'connect', { signal: AbortSignal.timeout(2_000) });
  socket.destroy();
};

const tries = ({ secret, folder, port, socket, parent }) => ({
  'read a secret': () => readFileSync(secret),
  'read the list of users': () => readFileSync('/etc/passwd'),
  'list a folder': () => readdirSync(folder),
  'write a file': () => writeFileSync(`${folder}/written`, 'x'),
  'write to memory': () => writeFileSync('/dev/shm/written', 'x'),
  'read the environment of its parent': () => readFileSync(`/proc/${parent}/environ`),
  'start a shell': () => execFileSync('/bin/sh', ['-c', 'true']),
  'start itself anew': () => fork(import.meta.filename),
  'start a thread': () => new Worker('', { eval: true }),
  'see its parent': () => process.kill(parent, 0),
  'reach a port': () => reach({ port, host: '127.0.0.1' }),
  'reach a socket': () => reach(socket),
  'take two gigabytes': () => Buffer.alloc(2 ** 31),
  'gain privileges': () => {
    if (/^NoNewPrivs:\s+1/m.test(readFileSync('/proc/self/status', 'utf8'))) throw new Error('refused');
  },
});

process.on('message', async (targets) => {
  const done = [];
  for (const [name, attempt] of Object.entries(tries(targets))) {
    if (targets.untried?.includes(name)) continue;
    try {
      await attempt();
      done.push(name);
    } catch {
      // This way is closed.
    }
  }
  const known = ['NODE_ENV', 'PATH', 'PWD', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'];
  const environment = Object.keys(process.env).filter((name) => !known.includes(name));
  process.send({ done, environment });
});
process.send('ready');
