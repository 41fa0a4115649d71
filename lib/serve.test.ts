import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

/** The programs that run before any build, and nothing else of the code. */
const root = mkdtempSync(path.join(tmpdir(), 'court-serve-'));
afterAll(() => rmSync(root, { recursive: true }));
cpSync('lib', path.join(root, 'lib'), {
  recursive: true,
  filter: (file) => !/\.[a-z]+$/.test(file) || file.endsWith('.mjs'),
});

const serve = () => spawnSync(process.execPath, [path.join(root, 'lib', 'serve.mjs')], { encoding: 'utf8' });

it('never builds, and says what is missing', () => {
  expect(serve()).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/packages are missing.*npm ci/),
  });
  mkdirSync(path.join(root, 'node_modules', 'next'), { recursive: true });
  expect(serve()).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/no build.*npm run build/),
  });
});
