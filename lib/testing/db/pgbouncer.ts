import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@/lib/testing/db/postgres';

const program = '/usr/sbin/pgbouncer';
export const hasPgBouncer = () => existsSync(program);

/** `nobody`: PgBouncer refuses to run as root. */
const nobody = 65534;

/** Whether something listens on a port of this machine. */
const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/**
 * Starts a PgBouncer of its own in transaction mode, with nothing allowed that it refuses by default.
 * @param url the server behind it @param size its connections to the server
 */
export async function startPgBouncer(
  url: string,
  size = 4,
): Promise<{ url: string; server: string; stop: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-pgbouncer-'));
  chmodSync(folder, 0o755);
  const [port, server] = [await freePort(), new URL(url)];
  writeFileSync(path.join(folder, 'users.txt'), `"${server.username}" ""\n`);
  const settings = [
    '[databases]',
    `* = host=127.0.0.1 port=${server.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = trust',
    `auth_file = ${path.join(folder, 'users.txt')}`,
    'pool_mode = transaction',
    `default_pool_size = ${size}`,
  ];
  writeFileSync(path.join(folder, 'pgbouncer.ini'), settings.join('\n'));
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const running = spawn(program, ['-q', path.join(folder, 'pgbouncer.ini')], { stdio: 'ignore', ...user });
  const ended = once(running, 'exit').then(() => true);
  while (!(await listens(port)))
    if (await Promise.race([ended, wait(50, false)])) throw new Error('PgBouncer did not start.');
  server.port = String(port);
  return {
    url: server.href,
    server: url,
    stop: () => {
      running.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
