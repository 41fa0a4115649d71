import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';

/** The program that PDF processes run, in the folder of a build. From there it finds the packages that it is not made of. */
export const programName = 'pdf-process.mjs';

/**
 * These read files of their own or are loaded when needed. All others become part of the program: read one by one, their
 * 650 modules were open at once in a process that may open few files, and took 200 of the 500 ms of its start.
 */
const asPackages = ['@hyzyla/pdfium', 'fontkit', 'harfbuzzjs', 'pdfjs-dist', 'subset-font'];

/**
 * Compiles lib/pdf/seal/worker.ts to plain JavaScript. Compiled by each process, as the command line does, it would take
 * twice the memory and the time.
 * @param {string} root the folder of the code
 * @param {string} folder where the program goes, from there
 * @returns {Promise<string>} the program's path
 */
export async function compileProgram(root, folder) {
  // Loaded here, because a server that runs what was built never needs it.
  const { build } = await import('esbuild');
  const file = path.join(/* turbopackIgnore: true */ root, folder, programName);
  const fresh = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [path.join('lib', 'pdf', 'seal', 'worker.ts')],
    outfile: fresh,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: asPackages,
    target: `node${process.versions.node}`,
  });
  // A rename, so that a process that starts at the same time never reads half a program.
  await rename(fresh, file);
  return file;
}
