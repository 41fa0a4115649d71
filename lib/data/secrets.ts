import { createHash, createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { env } from '@/lib/env';

/** argon2id with 46 MiB and one pass: OWASP ASVS 5.0, appendix C. */
const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

/** Hashes run two at a time: each holds 46 MiB, and a crowd signing in must not exhaust the memory. */
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** A salted hash of a password that was already normalised. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one behind the hash. Without a hash (no such account) the same work is done,
 * so that the time taken tells nothing.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const against = passwordHash ?? (await decoy);
  const matches = await inTurn(() => verify(against, password));
  return matches && passwordHash !== undefined;
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
