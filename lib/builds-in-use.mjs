// Removes the builds that nobody runs from. Plain JavaScript: it runs after a build, as it stands.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildsFolder, isWhole } from './builds.mjs';

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
}

/** The command lines of all processes of this machine, whoever's they are; undefined where they cannot be listed. */
function commandLines() {
  if (existsSync('/proc/self/cmdline'))
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(commandLine);
  const { status, stdout } = spawnSync('ps', ['-axww', '-o', 'args='], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n') : undefined;
}

/**
 * Removes what is neither the current build nor the one before, which somebody may be about to start, nor one that a
 * process bears on its command line, as every server does; also what an interrupted build left. Called by whoever has the
 * lock of builds: nothing is being built.
 * @param {string} root the folder of the code
 */
export function removeUnused(root) {
  const lines = commandLines();
  if (!lines) return;
  const folders = readdirSync(path.join(root, buildsFolder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(root, buildsFolder, name))
    .sort();
  const kept = folders.filter(isWhole).slice(-2);
  const isUsed = (folder) => lines.some((line) => line.includes(folder));
  for (const folder of folders)
    if (!kept.includes(folder) && !isUsed(folder)) rmSync(folder, { recursive: true, force: true });
}
