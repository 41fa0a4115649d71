import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A Debian without anything of ours, kept between runs; and what npm has fetched. */
const kept = path.join(tmpdir(), 'court-debian');
export const npmCache = path.join(kept, 'npm');

const suite = 'bookworm';
const mirror = process.env.DEBIAN_MIRROR ?? 'http://deb.debian.org/debian';
/** Beside the smallest Debian: what systemd's own machines have, and the library that Node is linked with. */
const packages = 'ca-certificates,systemd-sysv,libstdc++6';

/** npm's own folder, beside the Node that runs this. */
const npmHere = () =>
  path.dirname(path.dirname(realpathSync(execFileSync('which', ['npm']).toString().trim())));

/** This machine's Node and npm, since the package of NodeSource comes from a mirror that tests do not ask. */
function addNode(folder: string): void {
  cpSync(process.execPath, path.join(folder, 'usr/bin/node'));
  const modules = path.join(folder, 'usr/lib/node_modules');
  cpSync(npmHere(), path.join(modules, 'npm'), { recursive: true });
  for (const name of ['npm', 'npx'])
    execFileSync('ln', [
      '-sf',
      `../lib/node_modules/npm/bin/${name}-cli.js`,
      path.join(folder, 'usr/bin', name),
    ]);
  mkdirSync(path.join(folder, 'usr/etc'), { recursive: true });
  writeFileSync(
    path.join(folder, 'usr/etc/npmrc'),
    'cache=/var/cache/npm\nprefer-offline=true\nupdate-notifier=false\n',
  );
  mkdirSync(path.join(folder, 'var/cache/npm'), { recursive: true });
}

/** Makes the kept Debian where there is none: about a minute, most of it for packages. @returns its folder */
function makeBase(): string {
  const base = path.join(kept, suite);
  if (existsSync(base)) return base;
  mkdirSync(npmCache, { recursive: true });
  const fresh = `${base}.${process.pid}`;
  const args = ['--variant=minbase', `--include=${packages}`, suite, fresh, mirror];
  execFileSync('debootstrap', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  addNode(fresh);
  renameSync(fresh, base);
  return base;
}

/** What this machine trusts, where it asks the registry of packages through a proxy with a certificate of its own. */
function trustAsHere(folder: string): void {
  const ours = execFileSync('npm', ['config', 'get', 'cafile'], { encoding: 'utf8' }).trim();
  if (!existsSync(ours)) return;
  cpSync(ours, path.join(folder, 'usr/etc/npm-trusts.pem'));
  appendFileSync(path.join(folder, 'usr/etc/npmrc'), 'cafile=/usr/etc/npm-trusts.pem\n');
}

/** A fresh Debian in a folder, with Node. */
export function freshDebian(folder: string): void {
  execFileSync('cp', ['-a', '--reflink=auto', makeBase(), folder]);
  const [hosts, resolver] = ['/etc/hosts', '/etc/resolv.conf'].map((file) => readFileSync(file));
  writeFileSync(path.join(folder, 'etc/hosts'), hosts ?? '');
  writeFileSync(path.join(folder, 'etc/resolv.conf'), resolver ?? '');
  trustAsHere(folder);
}
