import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** The folder of the server's build. From here the program finds its packages. */
const folder = '.next';

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtPdfProgram?: Promise<string> };

/**
 * The path of the program that PDF processes run: lib/pdf/seal/worker.ts in plain JavaScript, compiled once
 * by each server. Compiling it in each process, as the command line does, would take twice the memory and the
 * time.
 */
export async function pdfProgram(): Promise<string> {
  holder.courtPdfProgram ??= compile();
  const file = await holder.courtPdfProgram;
  // A build of the server may have deleted the file.
  return existsSync(file) ? file : compile();
}

async function compile(): Promise<string> {
  const root = process.cwd();
  const file = path.join(/* turbopackIgnore: true */ root, folder, 'pdf-process.mjs');
  const fresh = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [path.join('lib', 'pdf', 'seal', 'worker.ts')],
    outfile: fresh,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    target: `node${process.versions.node}`,
  });
  // A rename, so that a process that starts at the same time never reads half a program.
  await rename(fresh, file);
  return file;
}
