import { onDatabase } from '@/lib/cli/database';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { keepFingerprint } from '@/lib/data/secrets/fingerprints';
import { heldSecret, secretNames } from '@/lib/jobs/upkeep/secrets';
import { systemNow } from '@/lib/services/clock';

/**
 * `accept-secrets NAME...`: lets the database be used with the secrets at hand from now on, where the former
 * ones are lost for good. Names: AUTH_SECRET, ANSWERS_PEPPER, authority.
 */
export async function run(names: string[]): Promise<void> {
  const accepted = secretNames.filter((name) => names.includes(name));
  if (accepted.length === 0 || accepted.length < names.length) {
    process.stderr.write(`Name what is lost: ${secretNames.join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  const now = systemNow();
  const held = await Promise.all(accepted.map(async (name) => ({ name, ...(await heldSecret(name)) })));
  await onDatabase(() =>
    db().transaction(async (tx) => {
      for (const { name, present } of held) await keepFingerprint(tx, name, present, now);
      const details = { secrets: accepted.join(', ') };
      const act = { action: 'accept secrets', subject: 'administration', details } as const;
      await record(tx, { kind: 'system' }, act, now);
    }),
  );
  process.stdout.write(`Accepted: ${accepted.join(', ')}.\n`);
}
