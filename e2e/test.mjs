// `npm test`, from a fresh clone; `npm run test:full` (--full) tries everything. Plain JavaScript: it runs before anything is built.
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { findBrowser } from './support/run/browser.mjs';
import { needPrograms, wantPostgres } from './support/run/programs.mjs';
import { runSteps } from './support/run/steps.mjs';

const root = path.resolve(import.meta.dirname, '..');
const isFull = process.argv.includes('--full');

/** Both databases everywhere, the whole corpus, every mutation, every kill, every journey in both languages and both ways. */
const everything = { TEST_EVERYTHING: '1' };

needPrograms();
wantPostgres();
const browser = findBrowser();

/**
 * What computes and what mostly waits stand side by side. Journeys and faults come alone: a browser that waits for
 * three others, or a lease that runs out because its server got no turn, says nothing of the service.
 */
const steps = [
  { name: 'route types', command: ['npx', 'next', 'typegen'] },
  { name: 'types', command: ['npx', 'tsc', '--noEmit'], after: ['route types'] },
  { name: 'lint', command: ['npx', 'biome', 'check', '--error-on-warnings', '.'], after: ['types'] },
  { name: 'unused code', command: ['npx', 'knip'], after: ['types'] },
  { name: 'production build', command: ['node', 'lib/build.mjs'], after: ['types'] },
  { name: 'unit and data tests', command: ['npx', 'vitest', 'run', '--reporter=dot'], after: ['lint'] },
  { name: 'access', command: ['npx', 'tsx', 'e2e/access/run.ts'], after: ['production build'] },
  {
    name: 'attack',
    command: [
      'npx',
      'tsx',
      'e2e/attack/run.ts',
      ...(isFull ? ['--runs', '1000'] : ['--runs', '5', '--short']),
    ],
    after: ['production build'],
  },
  {
    name: 'journeys',
    command: ['npx', 'playwright', 'test'],
    after: ['access', 'attack', 'unit and data tests'],
    env: { CHROME_PATH: browser },
  },
  {
    name: 'faults',
    command: [
      'npx',
      'tsx',
      'e2e/faults/run.ts',
      ...(isFull ? [] : ['--kills', '1', '--rolls', '1', '--short']),
    ],
    after: ['journeys'],
  },
  { name: 'speed', command: ['npx', 'tsx', 'e2e/bench/run.ts', '--quick'], after: ['faults'] },
  ...(isFull
    ? [
        {
          name: 'gallery',
          command: ['npx', 'playwright', 'test', '--config', 'e2e/gallery/playwright.config.ts'],
          after: ['speed'],
          env: { CHROME_PATH: browser },
        },
        { name: 'install', command: ['npx', 'tsx', 'e2e/ops/run.ts', 'install'], after: ['gallery'] },
      ]
    : []),
];

const started = Date.now();
const load = loadavg()[0].toFixed(1);
const all = isFull ? steps.map((step) => ({ ...step, env: { ...everything, ...step.env } })) : steps;
const ended = await runSteps(all, root);

const failed = ended.filter(({ status }) => status !== 0);
const flakes = ended.flatMap(({ output }) => output.match(/^FLAKE .*$/gm) ?? []);
const lines = [
  ...ended.map(({ name, seconds }) => `${String(seconds).padStart(5)} s  ${name}`),
  `${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  in all, on ${availableParallelism()} processors; load before it: ${load}`,
  ...flakes,
  failed.length > 0
    ? `FAILED: ${failed.map(({ name }) => name).join(', ')}`
    : `All ${steps.length} steps passed${flakes.length > 0 ? `, ${flakes.length} of the journeys at their second try` : ''}.`,
];
process.stdout.write(`\n${lines.join('\n')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
