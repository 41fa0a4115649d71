// `npm run serve`, for units and containers: serves the current build. It never builds, and says what is missing. Plain JavaScript.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { currentBuild } from './builds.mjs';
import { Primary } from './primary.mjs';

/** What cannot be served without, in words for whoever runs the service; undefined where nothing is missing. */
function missing(root) {
  if (!existsSync(path.join(root, 'node_modules', 'next')))
    return 'The packages are missing. `npm ci` installs them.';
  if (!currentBuild(root))
    return 'There is no build. `npm run build` makes one beside whatever runs; `npm start` builds and serves.';
}

/** `lib/env.ts`, in the processes themselves, refuses what is no such number. */
function processes() {
  const asked = Number(process.env.SERVER_PROCESSES);
  return asked > 1 && asked <= 32 ? Math.floor(asked) : 1;
}

/** Serves the current build of a folder of code until the process is told to end. Ends it where something is missing. */
export async function serveBuild(root) {
  const what = missing(root);
  if (what) {
    process.stderr.write(`${what}\n`);
    process.exit(1);
  }
  new Primary(root, processes()).start();
}

if (process.argv[1] === import.meta.filename) await serveBuild(path.resolve(import.meta.dirname, '..'));
