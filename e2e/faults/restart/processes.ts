import { strict as assert } from 'node:assert';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { currentBuild } from '../../../lib/builds.mjs';
import { freePort } from '../../../lib/testing/db/postgres';
import { Court, opening } from '../court';
import { until } from '../until';

/** The processes that one started, and those that they did; Linux. */
function descendants(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number) : [];
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** Of the first process of a server: the processes that make pages. */
const serversOf = (pid: number) =>
  descendants(pid).filter((one) => readFileSync(`/proc/${one}/cmdline`, 'utf8').includes('lib/server.mjs'));

const statusOf = (url: string) =>
  fetch(url, { headers: { connection: 'close' } }).then(
    ({ status }) => status,
    () => 0,
  );

/** A process of a server is killed: the other goes on, and it is started anew, after a longer wait when it dies again. */
export async function processDies(): Promise<string> {
  const court = await Court.open();
  try {
    const server = await court.start(opening, undefined, 2);
    await until('both processes serve', () => serversOf(server.pid).length === 2);
    let asked = 0;
    let [doomed = 0, other] = serversOf(server.pid);
    for (const seconds of [1, 2]) {
      process.kill(doomed, 'SIGKILL');
      // What was on its way to that process ends with it.
      await until(`it is told that another starts in ${seconds} s`, () =>
        server.output().includes(`SIGKILL): another starts in ${seconds} s`),
      );
      for (let n = 0; n < 5; n += 1, asked += 1)
        assert.equal(await statusOf(`${server.origin}/en`), 200, 'the other goes on');
      await until('another has started', () => serversOf(server.pid).length === 2);
      [doomed = 0] = serversOf(server.pid).filter((pid) => pid !== other);
    }
    process.kill(other ?? 0, 'SIGKILL');
    process.kill(doomed, 'SIGKILL');
    await until('it is told that both are gone', () => server.output().split('another starts in').length > 4);
    assert.equal(await statusOf(`${server.origin}/en`), 200, 'with none left, who asks waits for the next');
    return `one of two processes killed twice, then both: ${asked + 1} pages asked meanwhile, all answered`;
  } finally {
    await court.close();
  }
}

type Started = { child: ChildProcess; origin: string; output: () => string };

/** What an operator types, as it is, for the court of these variables. */
async function npmStart(env: Record<string, string>): Promise<Started> {
  const port = await freePort();
  const child = spawn('npm', ['start'], { env: { ...process.env, ...env, PORT: String(port) } });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => printed.push(String(chunk)));
  return { child, origin: `http://localhost:${port}`, output: () => printed.join('') };
}

const isWell = ({ child, origin, output }: Started) =>
  until(
    'the server is well',
    async () => {
      assert.equal(child.exitCode, null, output());
      return (await statusOf(`${origin}/api/health`)) === 200;
    },
    1800,
  );

/** Tells `npm start` to end, and waits until all that it started has. */
async function endsWhole({ child, origin }: Started, signal: 'SIGTERM' | 'SIGINT'): Promise<void> {
  const family = descendants(child.pid ?? 0);
  assert.ok(family.length >= 2, 'the first process, and one that makes pages');
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  await until('all that it started has ended', () => family.every((pid) => !existsSync(`/proc/${pid}`)), 60);
  assert.equal(await statusOf(`${origin}/api/health`), 0, 'nobody answers any more');
}

/** `npm start` is told to end, in both ways: everything ends with it. */
export async function npmStartEnds(): Promise<string> {
  const court = await Court.open();
  try {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const started = await npmStart({ ...court.env(), SERVER_PROCESSES: '2' });
      await isWell(started);
      await endsWhole(started, signal);
    }
    return '`npm start` of two processes told to end by SIGTERM and by SIGINT: nothing left';
  } finally {
    await court.close();
  }
}

/** The status of a file that a build alone has. */
const ownFile = ({ origin }: Started, build: string) => {
  const id = readFileSync(path.join(build, 'BUILD_ID'), 'utf8').trim();
  return statusOf(`${origin}/_next/static/${id}/_buildManifest.js`);
};

/** `npm start` beside a server that runs, once a source is newer: it builds beside, and the other serves on from its own build. */
export async function startsBeside(): Promise<string> {
  const court = await Court.open();
  const { atime, mtime } = statSync('proxy.ts');
  try {
    const first = await npmStart(court.env());
    await isWell(first);
    const before = currentBuild(process.cwd()) ?? '';
    utimesSync('proxy.ts', new Date(), new Date());
    const second = await npmStart(court.env());
    let asked = 0;
    await Promise.all([
      isWell(second),
      until(
        'the other build is served, and every page of the first meanwhile',
        async () => {
          asked += 1;
          assert.equal(await statusOf(`${first.origin}/en`), 200, 'a page of the running server');
          assert.equal(await ownFile(first, before), 200, 'a file of its build');
          return (await statusOf(`${second.origin}/api/health`)) === 200;
        },
        1800,
      ),
    ]);
    const after = currentBuild(process.cwd()) ?? '';
    assert.notEqual(after, before, 'the sources were newer');
    assert.deepEqual([await ownFile(second, after), await ownFile(first, before)], [200, 200]);
    for (const one of [first, second]) await endsWhole(one, 'SIGTERM');
    return `${asked} pages and files of a running server while another built beside it: all answered`;
  } finally {
    utimesSync('proxy.ts', atime, mtime);
    await court.close();
  }
}
