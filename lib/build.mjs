// `npm run build`: the pages, and the program that PDF processes run. Plain JavaScript: it runs before any build.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { compileProgram } from './services/pdf-sandbox/compile-program.mjs';

const root = path.resolve(import.meta.dirname, '..');
const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');

const pages = spawnSync(process.execPath, [next, 'build'], { cwd: root, stdio: 'inherit' });
if (pages.status !== 0) process.exit(pages.status ?? 1);
await compileProgram(root);
