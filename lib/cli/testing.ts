import { spawnSync } from 'node:child_process';

/** Runs the operator's command line as a process of its own, with these environment variables and no others. */
export function court(args: string[], variables: Record<string, string>, input = '') {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, ...variables };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', 'lib/cli.ts', ...args], {
    encoding: 'utf8',
    env,
    input,
    timeout: 25_000,
  });
  return { stdout, stderr, status };
}
