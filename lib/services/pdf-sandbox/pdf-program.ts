import { existsSync } from 'node:fs';
import path from 'node:path';
import { currentBuild } from '@/lib/builds.mjs';
import { env } from '@/lib/env';
import { compileProgram, programName } from '@/lib/services/pdf-sandbox/compile-program.mjs';

// Bundles of one process share globalThis, not modules. `courtBuild` is set by lib/server.mjs.
const holder = globalThis as typeof globalThis & {
  courtBuild?: string;
  courtPdfProgram?: Promise<string> | undefined;
};

/** Where the program is made when no build has it. */
const unbuilt = '.next';

/** The folder that has the program already: the build that is served, or what the tests compile for all their processes. */
function madeBefore(root: string): string | undefined {
  if (env.NODE_ENV === 'production') return holder.courtBuild ?? currentBuild(root);
  if (env.NODE_ENV === 'test') return path.join(/* turbopackIgnore: true */ root, unbuilt);
}

/**
 * The path of the program that PDF processes run. A server runs what the build compiled that it serves, and writes nothing
 * beside the code. In development, and where nothing was built, each process compiles it once.
 */
export async function pdfProgram(): Promise<string> {
  const root = process.cwd();
  const folder = madeBefore(root);
  const made = folder && path.join(/* turbopackIgnore: true */ folder, programName);
  if (made && existsSync(made)) return made;
  // A failure is not remembered: what failed once may be well the next time.
  holder.courtPdfProgram ??= compileProgram(root, unbuilt).catch((error) => {
    holder.courtPdfProgram = undefined;
    throw error;
  });
  const file = await holder.courtPdfProgram;
  // Somebody may have deleted the file meanwhile.
  return existsSync(file) ? file : compileProgram(root, unbuilt);
}
