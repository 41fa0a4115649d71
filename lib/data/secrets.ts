import { createHash, createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { hashCost } from '@/lib/data/hash-cost';
import { hashingTurns } from '@/lib/data/hashing-turns';
import { env } from '@/lib/env';

/** A salted hash of a password that was already normalised. @throws MustWait 'busy' when too many wait for theirs */
export function hashPassword(password: string): Promise<string> {
  return hashingTurns.take(() => hash(password, hashCost));
}

const argon2 = /^\$argon2/;

/** Whether a hash was made at another cost than today's, and is to be made anew when the password is at hand. */
export function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = hashCost;
  return !passwordHash.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one behind the hash. Without a hash (no such account), or with one of another scheme,
 * which no password matches, the same work is done, so that the time taken tells nothing.
 * @throws MustWait 'busy' when too many wait for theirs
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash(randomBytes(16).toString('hex'), hashCost);
  const own = passwordHash && argon2.test(passwordHash) ? passwordHash : undefined;
  const against = own ?? (await decoy);
  const matches = await hashingTurns.take(() => verify(against, password));
  return matches && own !== undefined;
}

/** The pepper lies outside the database: a thief of the rows alone cannot try answers. */
function peppered(answers: readonly string[]): string {
  return createHmac('sha256', env.ANSWERS_PEPPER).update(answers.join('\x1f')).digest('base64');
}

/** One hash over the three normalised answers in their order: they can only be guessed together. */
export function hashAnswers(answers: readonly string[]): Promise<string> {
  return hashPassword(peppered(answers));
}

/** Whether all three normalised answers are right; never which. */
export function verifyAnswers(answersHash: string | undefined, answers: readonly string[]): Promise<boolean> {
  return verifyPassword(answersHash, peppered(answers));
}

/** A secret of 256 bits for a link or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Bytes that are always the same for the same text, and that nobody without the pepper can foretell. */
export function stableBytes(text: string): Buffer {
  return createHmac('sha256', env.ANSWERS_PEPPER).update(text).digest();
}
