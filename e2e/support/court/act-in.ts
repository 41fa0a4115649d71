import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Does something to the court of this environment in a process of its own; see act.ts. @returns what it printed */
export async function actIn(
  env: Record<string, string>,
  verb: string,
  ...args: (string | number)[]
): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'e2e/support/court/act.ts', verb, ...args.map(String)],
    { env: { ...process.env, ...env, NODE_ENV: 'production' } },
  );
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1));
}
