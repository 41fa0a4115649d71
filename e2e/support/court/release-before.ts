import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28 }).trim();

/**
 * The last commit before the newest migration: what runs while a server of this code migrates the database.
 * @returns undefined where the history does not reach so far
 */
export function commitBefore(): string | undefined {
  const newest = readdirSync('drizzle')
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .at(-1);
  try {
    // A migration that came by a merge is the merge's own.
    const merges = ['-m', '--first-parent'];
    const added = git('log', '-1', ...merges, '--format=%H', '--diff-filter=A', '--', `drizzle/${newest}`);
    return git('rev-parse', '--verify', '--quiet', `${added}^`);
  } catch {
    return undefined;
  }
}

async function runIn(folder: string, program: string, args: string[]): Promise<void> {
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code} in ${folder}`);
}

/** Builds the code of a commit in a folder of its own, with the packages at hand where they are the same. @returns the folder */
export async function buildRelease(commit: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-release-'));
  const tree = execFileSync('git', ['archive', commit], { maxBuffer: 1 << 28 });
  execFileSync('tar', ['-x', '-C', folder], { input: tree });
  cpSync('node_modules', path.join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  const lock = (of: string) => readFileSync(path.join(of, 'package-lock.json'), 'utf8');
  if (lock(folder) !== lock('.')) {
    const quietly = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
    await runIn(folder, 'npm', ['install', ...quietly]);
  }
  await runIn(folder, process.execPath, ['lib/build.mjs']);
  return folder;
}
