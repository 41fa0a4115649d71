import { parseArgs } from 'node:util';
import { onFoundDatabase } from '@/lib/cli/database';
import { walkAudit } from '@/lib/data/audit/audit-check';
import { db } from '@/lib/data/db/db';

const say = (words: string) => process.stdout.write(`${words}\n`);

/**
 * `verify-audit [--root HASH]`: walks the chain of the audit log to its end and names the first row that is not as it
 * was. With a root that somebody kept, also says whether a link has it. Exit code 1 where something is wrong.
 */
export async function run(args: string[]): Promise<void> {
  const { root } = parseArgs({ args, options: { root: { type: 'string' } } }).values;
  const sought = root?.toLowerCase();
  if (sought !== undefined && !/^[0-9a-f]{64}$/.test(sought)) {
    process.stderr.write('--root is not a hash of 64 hexadecimal digits\n');
    process.exitCode = 2;
    return;
  }
  const instant = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  const walk = await onFoundDatabase(() => db().transaction((tx) => walkAudit(tx, sought), instant));
  if (walk.fault) say(walk.fault);
  else say(`${walk.links} links, root ${walk.root}; ${walk.unsealed} rows await theirs`);
  if (sought && !walk.fault)
    say(walk.foundAt ? `Link ${walk.foundAt} has the root ${sought}.` : `No link has the root ${sought}.`);
  if (walk.fault || (sought && walk.foundAt === undefined)) process.exitCode = 1;
}
