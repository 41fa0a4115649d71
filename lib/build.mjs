// `npm run build`: the pages, and the program that PDF processes run, in a folder of their own. What runs keeps the folder that
// it began with. Plain JavaScript: it runs before any build.
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildsFolder, switchTo } from './builds.mjs';
import { removeUnused } from './builds-in-use.mjs';
import { isAlive, ownMark } from './process-alive.mjs';
import { compileProgram } from './services/pdf-sandbox/compile-program.mjs';

/** One build at a time. Whoever comes meanwhile waits. @returns what gives the lock back */
async function lockBuilds(root) {
  const file = path.join(root, buildsFolder, 'lock');
  const mine = `${file}.${randomUUID()}`;
  writeFileSync(mine, ownMark());
  try {
    for (let isTold = false; !linked(mine, file); isTold = true) {
      const mark = existsSync(file) ? readFileSync(file, 'utf8') : '';
      if (mark && !isAlive(mark)) rmSync(file, { force: true });
      else if (!isTold)
        process.stdout.write(`another build is under way, by process ${mark}: waiting for it\n`);
      await wait(500);
    }
    return () => rmSync(file, { force: true });
  } finally {
    rmSync(mine);
  }
}

/** Whether the file has got the name, which only one can have. */
function linked(file, name) {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The compiler's settings for a build: those of the code, with the route types of the build in place of others. */
const settingsOf = (build) => ({
  extends: '../tsconfig.json',
  include: [
    ...['next-env.d.ts', '**/*.ts', '**/*.tsx', `${build}/types/**/*.ts`].map((files) => `../${files}`),
    // The framework looks for these, and adds them where they are missing.
    ...[`${build}/types/**/*.ts`, `${build}/dev/types/**/*.ts`],
  ],
  exclude: ['../node_modules'],
});

/** The framework writes the folder of the build into it, which the editor and `npm run types` do not mean. */
function keepTypesFile(root) {
  const file = path.join(root, 'next-env.d.ts');
  const before = existsSync(file) ? readFileSync(file) : undefined;
  return () => (before ? writeFileSync(file, before) : rmSync(file, { force: true }));
}

/** The key by which a server knows its forms, the same for all builds of a folder: left to itself the framework may make another for each. */
function formsKey(root) {
  const file = path.join(root, buildsFolder, 'forms-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** @returns {Promise<boolean>} whether the pages were built; not if the build was ended */
async function buildPages(root, build, signal) {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const own = { NODE_ENV: 'production', COURT_BUILD: build };
  const env = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: formsKey(root), ...process.env, ...own };
  const child = spawn(process.execPath, [next, 'build'], { cwd: root, stdio: 'inherit', env });
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop);
  const [code] = await once(child, 'exit');
  signal?.removeEventListener('abort', stop);
  return code === 0 && !signal?.aborted;
}

async function buildInto(root, build, signal) {
  const folder = path.join(root, build);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'began'), '');
  // The framework's compiler looks at nothing in the folder that it builds.
  writeFileSync(path.join(root, buildsFolder, 'tsconfig.json'), JSON.stringify(settingsOf(build)));
  // Builds share what they have compiled.
  mkdirSync(path.join(root, '.next', 'cache'), { recursive: true });
  symlinkSync(path.join('..', '..', '.next', 'cache'), path.join(folder, 'cache'));
  const restoreTypesFile = keepTypesFile(root);
  try {
    if (!(await buildPages(root, build, signal))) return false;
    await compileProgram(root, build);
    rmSync(path.join(folder, 'cache'));
    return true;
  } finally {
    restoreTypesFile();
  }
}

/**
 * Builds beside what runs, and makes the result the build to serve. A build that fails leaves everything as it was.
 * @param {string} root the folder of the code
 * @param {{ isNeeded?: () => boolean, signal?: AbortSignal }} [options] `isNeeded` is asked once no other build is under way,
 *   since that may have made it; `signal` ends the build
 * @returns {Promise<boolean>} whether there is nothing left to build
 */
export async function buildBeside(root, { isNeeded = () => true, signal } = {}) {
  mkdirSync(path.join(root, buildsFolder), { recursive: true });
  const unlock = await lockBuilds(root);
  try {
    if (!isNeeded()) return true;
    const build = path.join(buildsFolder, new Date().toISOString().replaceAll(/[:.]/g, '-'));
    const isBuilt = await buildInto(root, build, signal);
    if (isBuilt) switchTo(root, build);
    else rmSync(path.join(root, build), { recursive: true, force: true });
    removeUnused(root);
    return isBuilt;
  } finally {
    unlock();
  }
}

/** A signal that is aborted when this process is told to end, which then goes on to tidy up. */
export function whenToldToEnd() {
  const controller = new AbortController();
  const told = () => controller.abort();
  for (const name of ['SIGTERM', 'SIGINT']) process.on(name, told);
  const forget = () => {
    for (const name of ['SIGTERM', 'SIGINT']) process.off(name, told);
  };
  return { signal: controller.signal, forget };
}

if (process.argv[1] === import.meta.filename) {
  const { signal } = whenToldToEnd();
  const isBuilt = await buildBeside(path.resolve(import.meta.dirname, '..'), { signal });
  process.exit(isBuilt ? 0 : 1);
}
