import { existsSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import { compileProgram, programFile } from '@/lib/services/pdf-sandbox/compile-program.mjs';

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtPdfProgram?: Promise<string> | undefined };

/**
 * The path of the program that PDF processes run. A server runs what its build compiled, and writes nothing beside the
 * code. In development, and where nothing was built, each process compiles it once.
 */
export async function pdfProgram(): Promise<string> {
  const root = process.cwd();
  const built = path.join(/* turbopackIgnore: true */ root, programFile);
  if (env.NODE_ENV !== 'development' && existsSync(built)) return built;
  // A failure is not remembered: what failed once may be well the next time.
  holder.courtPdfProgram ??= compileProgram(root).catch((error) => {
    holder.courtPdfProgram = undefined;
    throw error;
  });
  const file = await holder.courtPdfProgram;
  // A build may have deleted the file meanwhile.
  return existsSync(file) ? file : compileProgram(root);
}
