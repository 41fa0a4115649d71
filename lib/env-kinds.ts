import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmdirSync, statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { requiredEmail } from '@/lib/domain/contact/email';
import { canonicalIp } from '@/lib/domain/sign-in/ip';

/** The kinds of values that lib/env.ts takes, each with the words by which a wrong one is refused. No words repeat the value. */

/** A text without spaces around it; an empty one counts as none. */
export const optional = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

/** An optional text of which more is asked. */
const checked = (isRight: (value: string) => boolean, words: string) =>
  optional.refine((value) => value === undefined || isRight(value), words);

/** A number of a range, whole or not. */
export function number(least: number, most: number, { whole = true } = {}) {
  const words = `is a ${whole ? 'whole ' : ''}number from ${least} to ${most}`;
  const isRight = (value: number) => value >= least && value <= most && (!whole || Number.isInteger(value));
  return z.coerce.number(words).refine(isRight, words);
}

/** A word of a list. */
export function oneOf<const Word extends string>(words: readonly [Word, ...Word[]]) {
  return z.enum(words, `is one of ${words.join(', ')}`);
}

/** An address that begins in one of these ways. */
export function url(schemes: readonly string[], example: string) {
  const isRight = (value: string) =>
    URL.canParse(value) && schemes.some((scheme) => value.startsWith(scheme));
  return checked(isRight, `is an address such as ${example}`);
}

/** A socket of this machine; who listens there may start later. */
export const socket = checked(
  (value) => path.isAbsolute(value),
  'is the path of a socket, such as /run/clamav/clamd.ctl',
);

/** The URL without the second and further servers that it may name: `postgres://one:5432,two:5432/court`. */
export const withOneServer = (value: string) => value.replace(/,[^/?@]*(?=[/?]|$)/, '');

export const postgresUrl = checked(
  (value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(withOneServer(value)),
  'is an address such as postgres://court@db/court',
);

export const origin = checked(
  (value) => /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value,
  'is an origin without a path, such as https://claims.example.org',
);

/** A secret by which others must not guess. */
export const secret = checked((value) => value.length >= 32, 'needs 32 characters or more');

function canRead(file: string): boolean {
  try {
    accessSync(/* turbopackIgnore: true */ file, constants.R_OK);
    return statSync(/* turbopackIgnore: true */ file).isFile();
  } catch {
    return false;
  }
}

/** The path of a file that there is. */
export const file = checked(canRead, 'is no file that the service can read');

/** Tries it: what the system says about rights does not hold everywhere, such as under /proc. */
function canWriteIn(folder: string): boolean {
  const above = path.dirname(folder);
  if (!existsSync(folder) && above !== folder) return canWriteIn(above);
  try {
    rmdirSync(mkdtempSync(path.join(/* turbopackIgnore: true */ folder, '.court-')));
    return true;
  } catch {
    return false;
  }
}

/** The path of a folder that there is, or that the service can make. */
export const folder = z
  .string()
  .trim()
  .refine(
    (value) => value !== '' && canWriteIn(path.resolve(/* turbopackIgnore: true */ value)),
    'is no folder that the service can make or write in',
  );

/** Whether this machine has the IP. */
function isOwnIp(ip: string): boolean {
  const own = Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.map(({ address }) => canonicalIp(address)),
  );
  return /^(127\.|0\.0\.0\.0$|::1?$)/.test(ip) || own.includes(canonicalIp(ip));
}

const hostName = /^(?!-)[a-z\d-]{1,63}(?<!-)(\.(?!-)[a-z\d-]{1,63}(?<!-))*$/i;

/** What a server can listen on. */
export const host = checked((value) => {
  if (/^[\d.]+$|:/.test(value)) return canonicalIp(value) !== undefined && isOwnIp(value);
  return hostName.test(value);
}, 'is an address of this machine, or a name of it');

const isEmail = (value: string) => requiredEmail().safeParse(value).success;

export const email = checked(isEmail, 'is an e-mail address');

/** The address in a mailbox, such as `Court <court@example.org>`; undefined where there is none. */
export function addressOf(mailbox: string): string | undefined {
  return /^[^<>\r\n"]*<([^<>\s]+@[^<>\s]+)>$/.exec(mailbox)?.[1] ?? /^[^<>\s]+@[^<>\s]+$/.exec(mailbox)?.[0];
}

/** A sender. Its domain may be a name of this machine's alone, where no message leaves it. */
export const mailbox = z
  .string()
  .trim()
  .refine((value) => {
    const address = addressOf(value);
    return address !== undefined && (address.endsWith('@localhost') || isEmail(address));
  }, 'is a sender such as Civil Claims Online <court@example.org>');

const token = z.object({
  apiKey: z.string().startsWith('sk_'),
  appId: z.string().min(1),
  regions: z.array(z.string().min(1)).min(1),
});

/** What an UploadThing token says; null where it is none. */
export function readToken(value: string): z.output<typeof token> | null {
  try {
    const text = Buffer.from(value, 'base64').toString('utf8');
    return token.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export const uploadThingToken = checked(
  (value) => readToken(value) !== null,
  'is no token of UploadThing: base64 of JSON with apiKey, appId and regions',
);

export const resendKey = checked((value) => /^re_[\w-]+$/.test(value), 'is no key of Resend: re_...');

export const webhookSecret = checked(
  (value) => /^whsec_[A-Za-z\d+/]+={0,2}$/.test(value),
  'is no signing secret of Resend: whsec_ and base64',
);

const instant = z.iso.datetime({ offset: true });

function holdsInstant(value: string): boolean {
  if (!value.startsWith('file:')) return instant.safeParse(value).success;
  try {
    const text = readFileSync(/* turbopackIgnore: true */ fileURLToPath(value), 'utf8').trim();
    return instant.safeParse(text).success;
  } catch {
    return false;
  }
}

/** An instant, or the URL of a file that holds one. */
export const clock = checked(
  holdsInstant,
  'is an instant such as 2026-11-23T15:00:00Z, or the file: URL of a file that holds one',
);
