import { scryptSync } from 'node:crypto';
import { type Db, db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { registerHead } from '@/lib/data/db/schema/register';
import { type SecretName, secretFingerprints } from '@/lib/data/db/schema/secrets';

/** What a secret or an authority is known by, and those that it followed. */
export type Held = { present: string; former: string[] };

/** The fingerprint of a secret. It takes long to make, so that nobody finds a weak secret by trying. */
export function fingerprintOf(name: SecretName, secret: string): string {
  return scryptSync(secret, `fingerprint of ${name}`, 32).toString('base64url');
}

/** The fingerprints that this database was used with. */
export async function readFingerprints(tx: Db = db()): Promise<ReadonlyMap<SecretName, string>> {
  const rows = await tx.select().from(secretFingerprints);
  return new Map(rows.map(({ name, fingerprint }) => [name, fingerprint]));
}

/** Keeps the fingerprint that holds from now on. */
export async function keepFingerprint(
  tx: Db,
  name: SecretName,
  fingerprint: string,
  since: Date,
): Promise<void> {
  await tx
    .insert(secretFingerprints)
    .values({ name, fingerprint, since })
    .onConflictDoUpdate({ target: secretFingerprints.name, set: { fingerprint, since } });
}

/** Whether there are rows that depend on a secret: accounts, or for the authority sealed documents. */
export async function isNeeded(name: SecretName, tx: Db = db()): Promise<boolean> {
  if (name !== 'authority') return (await tx.$count(users)) > 0;
  const [head] = await tx.select().from(registerHead);
  return (head?.entry ?? 0) > 0;
}
