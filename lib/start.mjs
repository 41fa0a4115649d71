// `npm start`: builds when there is no build or the sources are newer, then serves. Plain JavaScript: it runs before any build.
import { spawnSync } from 'node:child_process';
import cluster from 'node:cluster';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { programFile } from './services/pdf-sandbox/compile-program.mjs';

const root = path.resolve(import.meta.dirname, '..');
const sources = [
  'app',
  'lib',
  'drizzle',
  'public',
  'package.json',
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
];

/** The newest change below a file or folder, in ms since 1970. */
function newest(entry) {
  const found = statSync(entry);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(entry).map((name) => newest(path.join(entry, name))));
}

function needsBuild() {
  const built = path.join(root, '.next', 'BUILD_ID');
  if (!existsSync(built) || !existsSync(path.join(root, programFile))) return true;
  return Math.max(...sources.map((source) => newest(path.join(root, source)))) > statSync(built).mtimeMs;
}

if (needsBuild()) {
  const build = spawnSync(process.execPath, [path.join(root, 'lib', 'build.mjs')], { stdio: 'inherit' });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

/** `lib/env.ts`, in the processes themselves, refuses what is no such number. */
function processes() {
  const asked = Number(process.env.SERVER_PROCESSES);
  return asked > 1 && asked <= 32 ? Math.floor(asked) : 1;
}

// Pages are made on one thread of a process: several, which take turns at one port, use several processors.
cluster.setupPrimary({
  exec: path.join(root, 'lib', 'server.mjs'),
  cwd: root,
  // For lib/jobs/upkeep/collect-garbage.ts.
  execArgv: ['--expose-gc'],
});
for (let n = 0; n < processes(); n += 1) cluster.fork({ NODE_ENV: 'production' });

let isEnding = false;

/** Tells the processes to end. Once: told again, one that ends in order would break off. */
function endAll() {
  if (isEnding) return;
  isEnding = true;
  for (const server of Object.values(cluster.workers ?? {})) server?.process.kill('SIGTERM');
}
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, endAll);

// One that ends takes the others with it, in order: whatever keeps the service running starts it anew.
cluster.on('exit', (_server, code) => {
  process.exitCode ||= code ?? 1;
  endAll();
});
