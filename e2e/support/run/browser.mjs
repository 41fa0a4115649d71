// Where a Chromium is: CHROME_PATH, the PATH, else it is installed. A missing browser fails, it never skips.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

function playwrightsOwn() {
  const asked = spawnSync(
    process.execPath,
    ['-e', `process.stdout.write(require('playwright').chromium.executablePath())`],
    { encoding: 'utf8' },
  );
  return existsSync(asked.stdout) ? asked.stdout : undefined;
}

/** The path of a Chromium; installs one where there is none. @throws when that fails */
export function findBrowser() {
  const found = process.env.CHROME_PATH || onPath() || playwrightsOwn();
  if (found) return found;
  process.stdout.write('No Chromium on the PATH: installing one.\n');
  const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  const installed =
    run('npx', ['playwright', 'install', 'chromium']) ||
    (run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']));
  const browser = installed && (onPath() || playwrightsOwn());
  if (!browser) throw new Error('There is no Chromium and none could be installed. Set CHROME_PATH.');
  return browser;
}
