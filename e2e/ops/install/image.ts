import { strict as assert } from 'node:assert';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../lib/testing/db/postgres';
import { buildImage, type Image } from './build-image';
import { inRoot } from './in-root';
import { inHours, isReady, visitCourt } from './use';

/** How a container would run a command: the image read-only but for the volume and /tmp, as its user, without privileges. */
function contained(
  image: Image,
  volume: string,
  variables: Record<string, string>,
  command: string[],
): string[] {
  const all = { PATH: '/usr/local/bin:/usr/bin:/bin', ...image.variables, ...variables };
  const user = [
    '--reuid',
    image.user,
    '--regid',
    image.user,
    '--clear-groups',
    '--bounding-set=-all',
    '--no-new-privs',
  ];
  const { root, folder } = image;
  return [
    ...inRoot({ root, isReadOnly: true, shared: [volume, image.volume], folder, variables: all }),
    // A /proc without covers, as compose.yaml asks for by `systempaths`: bubblewrap itself covers parts of it.
    ...['sh', '-c', 'mount -t proc proc /proc && exec "$@"', 'sh', 'setpriv', ...user, '--', ...command],
  ];
}

/** The process that has the port: the signal goes to it, as an init in a container hands it on. */
function serverIn({ pid }: ChildProcess): number {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  const all = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? []);
  const family = new Set([String(pid)]);
  for (let n = 0; n < 4; n += 1)
    for (const [id = '', parent = ''] of all) if (family.has(parent)) family.add(id);
  const found = all.find(([id = '', , args = '']) => family.has(id) && /^\S*node lib\/serve/.test(args));
  return Number(found?.[0]);
}

/** Tells a container's server to end. @returns the seconds that it took */
async function stop(child: ChildProcess): Promise<number> {
  const ended = once(child, 'exit');
  const began = performance.now();
  process.kill(serverIn(child), 'SIGTERM');
  const [code] = await ended;
  const seconds = (performance.now() - began) / 1000;
  assert.equal(code, 0);
  assert.ok(seconds < 10, `the server took ${seconds.toFixed(1)} s to end`);
  return seconds;
}

/** The health check of the image, from within it. @returns its status */
const healthOf = (image: Image, volume: string, variables: Record<string, string>) => {
  const [program = '', ...args] = contained(image, volume, variables, image.health);
  return spawnSync(program, args, { stdio: 'inherit' }).status;
};

/** The Dockerfile is followed, and its image is used as a container with a read-only file system would be. */
export async function asImage(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-image-'));
  try {
    const image = buildImage(folder);
    const size = execFileSync('du', ['-sm', path.join(image.root, image.folder)], { encoding: 'utf8' });
    const volume = path.join(folder, 'volume');
    mkdirSync(volume);
    // As Docker fills a new volume from the image.
    execFileSync('cp', ['-aT', path.join(image.root, image.volume), volume]);
    const port = await freePort();
    const variables = { PORT: String(port), COURT_CLOCK: inHours, WORKER_SECONDS: '0.5', DISK_FLOOR_MB: '1' };
    assert.equal(healthOf(image, volume, variables), 1, 'nobody answers yet');
    const [program = '', ...args] = contained(image, volume, variables, image.command);
    const child = spawn(program, args);
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => printed.push(String(chunk)));
    const origin = `http://localhost:${port}`;
    const confinement = await isReady(origin, () => printed.join(''));
    assert.equal(confinement, 'bubblewrap', 'a container may make the namespaces of PDF processes');
    assert.equal(healthOf(image, volume, variables), 0, 'the health check of the image');
    const number = await visitCourt(origin);
    const seconds = await stop(child);
    assert.doesNotMatch(printed.join(''), /EROFS|EACCES/);
    return [
      `image: made by the steps of the Dockerfile, ${size.split('\t')[0]} MB of code, packages and build`,
      `image: read-only as ${image.user}, PDF processes confined by ${confinement}, claim ${number} issued, ended in ${seconds.toFixed(1)} s`,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
