import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const entryPoints = { cli: 'lib/cli.ts', env: 'lib/env.ts', boot: 'lib/testing/cli/boot.ts' };

/** Programs of ours in plain JavaScript, which start in half the time that they take as TypeScript. */
export type Programs = { folder: string; remove: () => void };

/** Compiles the programs that tests start as processes of their own. They lie where they find their packages. */
export async function compilePrograms(): Promise<Programs> {
  const folder = mkdtempSync(path.resolve('node_modules/.court-tests-'));
  await build({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    // Node takes no folder for a module.
    alias: { 'nodemailer/lib/mail-composer': 'nodemailer/lib/mail-composer/index.js' },
    target: 'node20',
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
