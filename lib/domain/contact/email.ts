import { domainToASCII, domainToUnicode } from 'node:url';
import { z } from 'zod';
import { errorKey } from '@/lib/domain/text';

/** In bytes of UTF-8, as RFC 5321, 4.5.3.1, counts them. */
const LONGEST = { address: 254, localPart: 64 };

/** RFC 5322, 3.2.3, with the letters of all scripts (RFC 6532): words between dots. */
const dotAtom =
  /^[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10FFFF}]+(?:\.[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10FFFF}]+)*$/u;
/** RFC 5321, 4.1.2: any visible characters and spaces between quotation marks. */
const quoted = /^"(?:[\u0020!#-[\]-~\u0080-\u{10FFFF}]|\\[\u0020-~])*"$/u;
/** Neither can hold a character that shows nothing or breaks a line. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** A domain as typed: letters and digits of any script, hyphens, and two labels at least. */
const typedDomain = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
/** A domain in its ASCII form (RFC 5890), that ends with letters. */
const asciiDomain =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]{1,58}[a-z0-9]|[a-z]{2,63})$/;

/**
 * An address as intended: compatibility forms are folded before anything else reads it, so that no look-alike passes for
 * its @, and what was pasted along unseen or by a word processor is gone.
 */
function mend(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .trim()
    .replace(/^[“”«»"]\s*([^“”«»"]*?)\s*[“”«»"]$/u, '$1')
    .replace(/[‘’ʼ]/gu, "'");
}

/** An e-mail address with one @ of its own, trimmed and otherwise as typed; '' if it is left out. */
export function optionalEmail() {
  return z
    .string({ error: errorKey('checkEmail') })
    .overwrite(mend)
    .refine((email) => email === '' || isEmail(email), errorKey('checkEmail'))
    .prefault('');
}

/** An e-mail address that must be given. */
export function requiredEmail() {
  return optionalEmail().refine((email) => email !== '', errorKey('enterEmail'));
}

/** The form in which two e-mail addresses are compared: an international domain is the same in letters and in ASCII. */
export function foldEmail(email: string): string {
  const [localPart, domain] = partsOf(mend(email));
  return domain
    ? `${localPart.toLowerCase()}@${toAscii(domain) ?? domain.toLowerCase()}`
    : localPart.toLowerCase();
}

/**
 * The mailbox behind an address, as far as its spelling shows: without what follows a plus sign. One person may use
 * both spellings; a count of messages to the mailbox must not tell them apart.
 */
export function mailboxOf(email: string): string {
  return foldEmail(email).replace(/\+[^@]*(?=@[^@]*$)/, '');
}

/** Lower case as every database has it, and as some do: ASCII alone. */
const lowered = (text: string) => [
  text.toLowerCase(),
  text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
];

/** The forms in lower case that this address may have where it was stored as typed. */
export function storedForms(email: string): string[] {
  const [localPart, domain] = partsOf(mend(email));
  const ascii = toAscii(domain) ?? domain;
  const domains = [...lowered(domain), ascii, domainToUnicode(ascii)];
  return [...new Set(lowered(localPart).flatMap((local) => domains.map((one) => `${local}@${one}`)))];
}

/** An address in the form in which it is handed to a server: its domain in ASCII. */
export function toMailbox(email: string): string {
  const [localPart, domain] = partsOf(email);
  return `${localPart}@${toAscii(domain) ?? domain}`;
}

/** A local part may hold an @ between quotation marks, a domain never. */
function partsOf(email: string): [string, string] {
  const at = email.lastIndexOf('@');
  return at < 0 ? [email, ''] : [email.slice(0, at), email.slice(at + 1)];
}

/** A domain in its ASCII form, by the rules of Unicode Technical Standard 46; undefined if it has none. */
function toAscii(domain: string): string | undefined {
  if (!typedDomain.test(domain) || !URL.canParse(`http://${domain}`)) return undefined;
  const { hostname } = new URL(`http://${domain}`);
  return asciiDomain.test(hostname) && isReadable(hostname) ? hostname : undefined;
}

/** Whether each label decodes and encodes again to itself; Node 24 lets labels pass that decode to nothing. */
function isReadable(ascii: string): boolean {
  const unicode = domainToUnicode(ascii);
  return !/(?:^|\.)xn--/.test(unicode) && domainToASCII(unicode) === ascii;
}

const bytes = (text: string) => new TextEncoder().encode(text).length;

function isEmail(text: string): boolean {
  const [localPart, domain] = partsOf(text);
  const ascii = toAscii(domain);
  return (
    ascii !== undefined &&
    !unseen.test(localPart) &&
    (dotAtom.test(localPart) || quoted.test(localPart)) &&
    bytes(localPart) <= LONGEST.localPart &&
    bytes(`${localPart}@${ascii}`) <= LONGEST.address
  );
}
