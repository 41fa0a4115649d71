import { createHash, createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { hashCost } from '@/lib/data/secrets/hash-cost';
import { hashInTurn } from '@/lib/data/secrets/hashing-queue';
import { peppers } from '@/lib/data/secrets/peppers';
import { once } from '@/lib/domain/once';

/** A salted hash of a normalised password. @throws MustWait 'busy' if too many hashes wait for their turn */
export function hashPassword(password: string): Promise<string> {
  return hashInTurn(() => hash(password, hashCost));
}

const argon2 = /^\$argon2/;

/** Whether a hash was made at another cost than the present one. */
export function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = hashCost;
  return !passwordHash.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

/** What a password is compared with where there is nothing to match. */
const decoyHash = once(() => hash(randomBytes(16).toString('hex'), hashCost));

/**
 * Whether the password matches the hash. Without a hash (no such account), or with a hash of another scheme,
 * no password matches. The function then does the same work, so that its duration reveals nothing.
 * @throws MustWait 'busy' if too many hashes wait for their turn
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  // Made at the first call of a process for everyone alike.
  const decoy = await decoyHash();
  const own = passwordHash && argon2.test(passwordHash) ? passwordHash : undefined;
  const against = own ?? decoy;
  const matches = await hashInTurn(() => verify(against, password));
  return matches && own !== undefined;
}

/** The pepper lies outside the database, so that a thief of the rows alone cannot test answers. */
function peppered(answers: readonly string[], pepper = peppers()[0]): string {
  return createHmac('sha256', pepper).update(answers.join('\x1f')).digest('base64');
}

/** One hash over the three normalised answers in their order, so that they can only be guessed together. */
export function hashAnswers(answers: readonly string[]): Promise<string> {
  return hashPassword(peppered(answers));
}

/** Whether all three normalised answers are right. It never tells which one is wrong. */
export async function verifyAnswers(
  answersHash: string | undefined,
  answers: readonly string[],
): Promise<boolean> {
  for (const pepper of peppers())
    if (await verifyPassword(answersHash, peppered(answers, pepper))) return true;
  return false;
}

/** Whether there is a former pepper, so that what is known anew should be kept under the present one. */
export const isPepperRotating = (): boolean => peppers().length > 1;

/** A secret of 256 bits for a link or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The hash of a token. The database stores only the hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Bytes that depend only on the text and the pepper. Nobody without the pepper can predict them. */
export function stableBytes(text: string): Buffer {
  return createHmac('sha256', peppers()[0]).update(text).digest();
}
