import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

const tests = ['lib', 'app'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.test\.tsx?$/.test(file)),
);

/** Whether a test changes what its process shares: modules, environment, timers. */
const changesProcess = (file: string) =>
  /\bvi\.|process\.env\.\w+ = |heldClock/.test(readFileSync(path.join(root, file), 'utf8'));

const exactly = (files: string[]) => files.map((file) => file.replace(/[[\]()]/g, '\\$&'));

const resolve = {
  alias: [
    {
      find: '@/lib/data/secrets/hash-cost',
      replacement: path.join(root, 'lib/testing/account/hash-cost.ts'),
    },
    { find: '@', replacement: root },
  ],
};

const shared = {
  env: { DATA_DIR: mkdtempSync(path.join(tmpdir(), 'court-unit-')), LOG_LEVEL: 'silent' },
  // Limits for what never comes, and not for speed.
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  resolve,
  test: {
    globalSetup: 'lib/testing/db/setup.ts',
    // Each file has databases of its own; left to itself Vitest uses one of two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve,
        test: { ...shared, name: 'alone', include: exactly(tests.filter(changesProcess)) },
      },
      {
        // One process loads the modules once for many files.
        resolve,
        test: {
          ...shared,
          name: 'together',
          isolate: false,
          include: exactly(tests.filter((file) => !changesProcess(file))),
        },
      },
    ],
  },
});
