import { X509Certificate } from 'node:crypto';
import { rmSync } from 'node:fs';
import { db } from '@/lib/data/db/db';
import type { SecretName } from '@/lib/data/db/schema/secrets';
import {
  fingerprintOf,
  type Held,
  isNeeded,
  keepFingerprint,
  readFingerprints,
} from '@/lib/data/secrets/fingerprints';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { courtKey, isKeyThere } from '@/lib/services/signing/signing-key';

/** The secrets and keys, each with what fails under another one and with the variable for the former one. */
export const secretNames = ['AUTH_SECRET', 'ANSWERS_PEPPER', 'authority'] as const satisfies SecretName[];
const consequences: Record<SecretName, { what: string; fails: string; former: string }> = {
  AUTH_SECRET: {
    what: 'AUTH_SECRET (or auth-secret under DATA_DIR)',
    fails: 'everybody is signed out, and what was typed into open forms is lost',
    former: 'FORMER_AUTH_SECRET',
  },
  ANSWERS_PEPPER: {
    what: 'ANSWERS_PEPPER (or answers-pepper under DATA_DIR)',
    fails: 'no code of an authenticator app, no recovery code and no answer to a security question is right',
    former: 'FORMER_ANSWERS_PEPPER',
  },
  authority: {
    what: 'the authority of the signing key (or the folder authority under DATA_DIR)',
    fails: 'no document that was sealed before is trusted',
    former: 'FORMER_AUTHORITIES',
  },
};

/** @throws if the signing key cannot be read */
async function readAuthority(): Promise<Held> {
  const [present = '', ...former] = (await courtKey()).authority.map(
    (der) => new X509Certificate(der).fingerprint256,
  );
  return { present, former };
}

/** The fingerprint of a secret that this process has, and of the former one. @throws as readAuthority */
export async function heldSecret(name: SecretName): Promise<Held> {
  if (name === 'authority') return readAuthority();
  const former = env[`FORMER_${name}`];
  return { present: fingerprintOf(name, env[name]), former: former ? [fingerprintOf(name, former)] : [] };
}

/**
 * Refuses to start with other secrets than the database was used with, before anything is written. A secret
 * whose former one is given is taken as rotated.
 * @throws with what is another, what would fail, and how to go on
 */
export async function refuseOtherSecrets(): Promise<void> {
  const kept = await readFingerprints();
  const others: SecretName[] = [];
  const renewed: [SecretName, string][] = [];
  for (const name of secretNames) {
    const found = await compare(name, kept.get(name));
    if (found === 'other') others.push(name);
    else if (found !== 'same') renewed.push([name, found.fingerprint]);
  }
  if (others.length > 0) {
    for (const file of env.madeSecrets) rmSync(file, { force: true });
    throw new Error(refusal(others));
  }
  for (const [name, fingerprint] of renewed) await keepFingerprint(db(), name, fingerprint, systemNow());
}

/** Whether the secret is the known one, another, or one whose fingerprint is to be kept: the first, or rotated. */
async function compare(
  name: SecretName,
  known: string | undefined,
): Promise<'same' | 'other' | { fingerprint: string }> {
  if (isMadeAnew(name) && (known || (await isNeeded(name)))) return 'other';
  const held = await heldSecret(name).catch(tellUnreadable);
  if (!held || held.present === known) return 'same';
  return !known || held.former.includes(known) ? { fingerprint: held.present } : 'other';
}

/** Whether there was none, so that this start made one or would make one. */
function isMadeAnew(name: SecretName): boolean {
  if (name === 'authority') return !isKeyThere();
  // A secret that is missing is made when it is first read.
  if (!env[name]) return true;
  const file = name === 'AUTH_SECRET' ? 'auth-secret' : 'answers-pepper';
  return env.madeSecrets.some((made) => made.endsWith(file));
}

/** A key that cannot be read stops the sealing and not the service; it is told again at each document. */
function tellUnreadable(error: unknown): undefined {
  log.error({ err: error }, 'the signing key cannot be used');
}

const refusal = (others: SecretName[]) => `The database was used with other secrets than this start has.
${others.map((name) => `  ${consequences[name].what} is missing or another: with it ${consequences[name].fails}.`).join('\n')}
Put back what was there before. If it was changed on purpose, give the former one too: ${others
  .map((name) => consequences[name].former)
  .join(', ')}.
If it is lost for good: npm run -s court -- accept-secrets ${others.join(' ')}
docs/operations.md says more.`;
