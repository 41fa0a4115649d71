// `npm start`: builds when there is no build or the sources are newer, then serves. Plain JavaScript: it runs before any build.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
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
  if (!existsSync(built)) return true;
  return Math.max(...sources.map((source) => newest(path.join(root, source)))) > statSync(built).mtimeMs;
}

if (needsBuild()) {
  const build = spawnSync(process.execPath, [next, 'build'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

// Next leaves at once on SIGTERM unless told that we end in order ourselves. Slow uploads need more than Node's five minutes.
const server = spawn(process.execPath, [next, 'start', '-p', process.env.PORT || '3000'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NODE_OPTIONS:
      `${process.env.NODE_OPTIONS ?? ''} -r ${path.join(root, 'lib', 'services', 'request-timeout.cjs')}`.trim(),
  },
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
