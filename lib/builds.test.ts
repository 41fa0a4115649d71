import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { buildBeside } from '@/lib/build.mjs';
import { currentBuild, switchTo } from '@/lib/builds.mjs';
import { removeUnused } from '@/lib/builds-in-use.mjs';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder of code whose framework is `next`, a program of a line or two. */
function codeWith(next: string): string {
  const root = mkdtempSync(path.join(tmpdir(), 'court-builds-'));
  folders.push(root);
  const files: Record<string, string> = {
    'node_modules/next/dist/bin/next': `const { writeFileSync: write } = require('node:fs');\n${next}`,
    'lib/pdf/seal/worker.ts': 'export {};',
    'package.json': '{}',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

function finished(root: string, name: string): string {
  const folder = path.join(root, '.builds', name);
  mkdirSync(folder, { recursive: true });
  for (const piece of ['BUILD_ID', 'pdf-process.mjs']) writeFileSync(path.join(folder, piece), '');
  return folder;
}

const builds = (root: string) =>
  readdirSync(path.join(root, '.builds'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const succeeds = "write(process.env.COURT_BUILD + '/BUILD_ID', 'x'); write('next-env.d.ts', 'other');";

it('puts a build into a folder of its own, and then serves that', async () => {
  const root = codeWith(succeeds);
  writeFileSync(path.join(root, 'next-env.d.ts'), 'mine');
  expect(currentBuild(root)).toBeUndefined();
  expect(await buildBeside(root)).toBe(true);
  const first = currentBuild(root);
  expect(await buildBeside(root)).toBe(true);
  const second = currentBuild(root);
  expect(second).not.toBe(first);
  expect(builds(root).map((name) => path.join(root, '.builds', name))).toEqual([first, second]);
  expect(readdirSync(path.join(root, '.builds')).filter((name) => /lock/.test(name))).toEqual([]);
});

it('leaves the build that is served as it is when another fails', async () => {
  const root = codeWith("write(process.env.COURT_BUILD + '/half', ''); process.exit(1);");
  const before = finished(root, '2026-01-01');
  switchTo(root, before);
  expect(await buildBeside(root)).toBe(false);
  expect(currentBuild(root)).toBe(before);
  expect(builds(root)).toEqual(['2026-01-01']);
});

it('is one at a time: who waited for another asks whether there is anything left to build', async () => {
  const root = codeWith(`setTimeout(() => { ${succeeds} }, 300);`);
  const isNeeded = () => currentBuild(root) === undefined;
  expect(await Promise.all([buildBeside(root, { isNeeded }), buildBeside(root, { isNeeded })])).toEqual([
    true,
    true,
  ]);
  expect(builds(root)).toHaveLength(1);
});

it('takes over from a build that was killed, and removes what that left', async () => {
  const root = codeWith(succeeds);
  mkdirSync(path.join(root, '.builds', '2026-01-01'), { recursive: true });
  const killed = spawn(process.execPath, ['-e', '']);
  await once(killed, 'exit');
  writeFileSync(path.join(root, '.builds', 'lock'), `${killed.pid} 1`);
  expect(await buildBeside(root)).toBe(true);
  expect(builds(root)).toHaveLength(1);
  expect(builds(root)).not.toContain('2026-01-01');
});

it('ends when it is told to, and leaves nothing', async () => {
  const root = codeWith('setInterval(() => {}, 1000);');
  const controller = new AbortController();
  const building = buildBeside(root, { signal: controller.signal });
  setTimeout(() => controller.abort(), 500);
  expect(await building).toBe(false);
  expect(builds(root)).toEqual([]);
});

it('removes builds that nobody runs from, but the current one and the one before', async () => {
  const root = codeWith('');
  const [used, , ,] = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'].map((name) =>
    finished(root, name),
  );
  const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', String(used)]);
  await once(server, 'spawn');
  removeUnused(root);
  expect(builds(root)).toEqual(['2026-01-01', '2026-01-03', '2026-01-04']);
  server.kill('SIGKILL');
  await once(server, 'exit');
  removeUnused(root);
  expect(builds(root)).toEqual(['2026-01-03', '2026-01-04']);
  expect(existsSync(String(used))).toBe(false);
});
