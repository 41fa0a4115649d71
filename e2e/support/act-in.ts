import { execFileSync } from 'node:child_process';

/** Does something to the court of this environment in a process of its own; see act.ts. @returns what it printed */
export function actIn(env: Record<string, string>, verb: string, ...args: (string | number)[]): unknown {
  const printed = execFileSync(
    process.execPath,
    ['--import', 'tsx', 'e2e/support/act.ts', verb, ...args.map(String)],
    {
      encoding: 'utf8',
      env: { ...process.env, ...env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return JSON.parse(printed.slice(printed.lastIndexOf('\n') + 1));
}
