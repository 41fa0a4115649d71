import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { inject } from 'vitest';

/** Runs the operator's command line as a process of its own, with these environment variables and no others. */
export function court(args: string[], variables: Record<string, string>, input = '') {
  return run('cli.mjs', args, variables, input);
}

/** Starts the service in the same way up to the moment at which it is ready, and stops it. */
export function boot(variables: Record<string, string>) {
  return run('boot.mjs', [], variables);
}

function run(name: string, args: string[], variables: Record<string, string>, input = '') {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, ...variables };
  const program = path.join(inject('programs'), name);
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env,
    input,
  });
  return { stdout, stderr, status };
}
