// `npm test`: everything, from a fresh clone. Plain JavaScript: it runs before anything is built.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from './support/browser.mjs';
import { needPrograms, wantPostgres } from './support/programs.mjs';

const root = path.resolve(import.meta.dirname, '..');
const timings = [];

/** Runs one step and ends everything where it fails. */
function step(name, command, args, env = {}) {
  process.stdout.write(`\n=== ${name} ===\n`);
  const started = Date.now();
  const ran = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  timings.push(`${name}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
  if (ran.status !== 0) {
    process.stderr.write(`\n*** ${name} failed ***\n`);
    process.exit(ran.status ?? 1);
  }
}

needPrograms();
wantPostgres();
const browser = findBrowser();
step('route types', 'npx', ['next', 'typegen']);
step('types', 'npx', ['tsc', '--noEmit']);
step('lint', 'npx', ['biome', 'check', '--error-on-warnings', '.']);
step('unit and data tests', 'npx', ['vitest', 'run']);
step('production build', 'npx', ['next', 'build']);
step('access', 'npx', ['tsx', 'e2e/access/run.ts']);
step('faults', 'npx', ['tsx', 'e2e/faults/run.ts', '--kills', '3']);
step('speed', 'npx', ['tsx', 'e2e/bench/run.ts', '--quick']);
step('journeys', 'npx', ['playwright', 'test'], { CHROME_PATH: browser });
process.stdout.write(`\n${timings.join('\n')}\n`);
