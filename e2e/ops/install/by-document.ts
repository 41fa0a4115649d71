import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../lib/testing/db/postgres';
import { freshDebian } from './base';
import { Front, hasNginx } from './front';
import { DebianMachine } from './machine';
import { inHours, isReady, uploadLarge, visitCourt } from './use';

/** The lines of a shell that docs/operations.md gives for a machine of one's own, in order. */
function linesOfDocument(): string[] {
  const text = readFileSync('docs/operations.md', 'utf8');
  const [, block = ''] = /## On a machine of its own\n.*?```sh\n(.*?)```/s.exec(text) ?? [];
  const lines = block.split('\n').filter((line) => line && !line.startsWith('#'));
  assert.ok(lines.length > 8, 'docs/operations.md has the lines');
  return lines;
}

/** Files of the service's user, or changed since it was started, outside of its own folder. */
const strayFiles =
  "find / -xdev \\( -user court -o -newer /started -not -type d \\) -not -path '/var/lib/court*' -not -path '/var/log/*' -not -path '/var/lib/systemd/*' -not -path '/etc/systemd/*' -not -path '/started'";

/** Puts the code where the document clones it from: what was committed last. Git trusts no folder of another's but by its settings. */
function offerCode(root: string): string {
  execFileSync('git', [
    'clone',
    '-q',
    '--bare',
    '--depth',
    '1',
    `file://${process.cwd()}`,
    path.join(root, 'srv/source.git'),
  ]);
  writeFileSync(path.join(root, 'etc/gitconfig'), '[safe]\n\tdirectory = /srv/source.git\n');
  return execFileSync('git', ['log', '-1', '--format=%h %s'], { encoding: 'utf8' }).trim();
}

/** Runs what the document says, but for what an editor would do. */
async function putUp(machine: DebianMachine, variables: Record<string, string>): Promise<void> {
  const settings = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  let folder = '/';
  for (const line of linesOfDocument()) {
    const began = performance.now();
    if (line.startsWith('cd ')) folder = line.slice(3);
    else if (line.startsWith('editor '))
      machine.write(line.slice('editor '.length), `${settings.join('\n')}\n`);
    else if (line.startsWith('systemctl enable'))
      await machine.run(`touch /started && sleep 1.1 && ${line}`, folder);
    else await machine.run(line.replace('ADDRESS', 'file:///srv/source.git'), folder);
    process.stdout.write(`  ${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
  }
}

/** Stops the unit. @returns the seconds that it took */
async function stopUnit(machine: DebianMachine): Promise<number> {
  const began = performance.now();
  await machine.run('systemctl stop court');
  const seconds = (performance.now() - began) / 1000;
  assert.ok(seconds < 10, `the unit took ${seconds.toFixed(1)} s to end`);
  const shown = await machine.run('systemctl show court -p Result -p ExecMainStatus');
  assert.match(shown, /Result=success/);
  assert.match(shown, /ExecMainStatus=0/);
  return seconds;
}

/** What people do with it, directly or through nginx where that is installed. */
async function use(front: Front, port: number, headers: Record<string, string>): Promise<string[]> {
  if (!hasNginx()) {
    process.stderr.write('\n*** NOT TESTED: nginx.conf in front of the service, which takes nginx ***\n\n');
    return [`claim ${await visitCourt(`http://localhost:${port}`, headers)} issued`];
  }
  await front.start(port);
  const checked = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  // Its certificate is looked at by front.keepsItsWord().
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  try {
    const word = await front.keepsItsWord();
    const number = await visitCourt(front.origin);
    const seconds = await uploadLarge(front.origin, 36_000_000);
    return [
      `nginx: ${word}`,
      `claim ${number} issued through it`,
      `36 MB uploaded through it in ${seconds} s`,
    ];
  } finally {
    if (checked === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = checked;
  }
}

/** Debian's Caddy reads the Caddyfile, where it can be installed. */
async function asksCaddy(machine: DebianMachine): Promise<string> {
  const isInstalled = await machine.run('apt-get install -y -qq --no-install-recommends caddy').then(
    () => true,
    () => false,
  );
  if (!isInstalled) {
    process.stderr.write('\n*** NOT TESTED: the Caddyfile, since Caddy cannot be installed ***\n\n');
    return 'Caddyfile: NOT TESTED';
  }
  await machine.run('caddy validate --adapter caddyfile --config /srv/court/docs/operations/Caddyfile 2>&1');
  return `Caddyfile: taken by Caddy ${(await machine.run('caddy version')).trim()}`;
}

/** The service is put up on a fresh Debian by the lines of docs/operations.md, used, and stopped. */
export async function byDocument(): Promise<string[]> {
  const root = path.join(mkdtempSync(path.join(tmpdir(), 'court-machine-')), 'debian');
  freshDebian(root);
  const commit = offerCode(root);
  const machine = await DebianMachine.boot(root);
  const front = await Front.plan();
  const port = await freePort();
  try {
    const variables = {
      PORT: String(port),
      HOST: '127.0.0.1',
      TRUSTED_PROXIES: '127.0.0.1',
      PUBLIC_ORIGIN: front.origin,
    };
    await putUp(machine, { ...variables, COURT_CLOCK: inHours, WORKER_SECONDS: '0.5', DISK_FLOOR_MB: '1' });
    const confinement = await isReady(`http://127.0.0.1:${port}`, () => machine.run('journalctl -u court'));
    assert.equal(confinement, 'bubblewrap', 'the restrictions of the unit leave PDF processes theirs');
    const headers = { 'x-forwarded-host': new URL(front.origin).host, origin: front.origin };
    const used = await use(front, port, headers);
    const stopped = await stopUnit(machine);
    const strays = (await machine.run(strayFiles)).trim();
    assert.equal(strays, '', `written outside of DATA_DIR:\n${strays}`);
    const caddy = await asksCaddy(machine);
    return [
      `put up on Debian by docs/operations.md, at ${commit}`,
      'unit: started by systemd as court, PDF processes confined by bubblewrap',
      ...used,
      `unit: ended in ${stopped.toFixed(1)} s, nothing written outside of DATA_DIR`,
      caddy,
    ];
  } finally {
    await front.stop();
    await machine.end();
    rmSync(path.dirname(root), { recursive: true, force: true });
  }
}
