// `npm start`: builds when there is no build or the sources are newer, beside whatever runs, then serves. Plain JavaScript: it runs
// before any build.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildBeside, whenToldToEnd } from './build.mjs';
import { currentBuild } from './builds.mjs';
import { serveBuild } from './serve.mjs';

const root = path.resolve(import.meta.dirname, '..');
const sources = [
  'app',
  'lib',
  'drizzle',
  'patches',
  'public',
  'package.json',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'proxy.ts',
  'instrumentation.ts',
];

/** The newest change below a file or folder, in ms since 1970. */
function newest(entry) {
  const found = statSync(entry);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(entry).map((name) => newest(path.join(entry, name))));
}

/** What changes while a build is under way may not be in it. */
function isNeeded() {
  const built = currentBuild(root);
  if (!built) return true;
  const beganAt = statSync(path.join(built, 'began')).mtimeMs;
  return Math.max(...sources.map((source) => newest(path.join(root, source)))) > beganAt;
}

if (isNeeded()) {
  const told = whenToldToEnd();
  const isBuilt = await buildBeside(root, { isNeeded, signal: told.signal });
  if (told.signal.aborted) process.exit(0);
  if (!isBuilt) process.exit(1);
  told.forget();
}
await serveBuild(root);
