// Where builds are. Each has a folder of its own, beside the one that runs; a file names the one to serve.
// Plain JavaScript: it runs before any build, and as it stands.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** All builds, from the folder of the code. The framework's own folder is not for them: its tools tidy that as they like. */
export const buildsFolder = '.builds';
/** The file in it that names the build to serve. */
const currentFile = path.join(buildsFolder, 'current');

/** What a build must have to be served: that of the framework's which it writes last, and the program of PDF processes. */
const pieces = ['BUILD_ID', 'pdf-process.mjs'];

/** Whether nothing is missing in a build. @param {string} folder its path */
export const isWhole = (folder) =>
  pieces.every((piece) => existsSync(path.join(/* turbopackIgnore: true */ folder, piece)));

/**
 * The build to serve.
 * @param {string} root the folder of the code
 * @returns {string | undefined} its path, or undefined where nothing was built
 */
export function currentBuild(root) {
  const file = path.join(/* turbopackIgnore: true */ root, currentFile);
  if (!existsSync(file)) return undefined;
  const name = readFileSync(file, 'utf8').trim();
  const folder = path.join(/* turbopackIgnore: true */ root, buildsFolder, name);
  return name && isWhole(folder) ? folder : undefined;
}

/** Makes a build the one to serve, from one instant to the next. @param {string} folder its path */
export function switchTo(root, folder) {
  const file = path.join(root, currentFile);
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${path.basename(folder)}\n`);
  renameSync(fresh, file);
}
