import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { env } from '@/lib/env';
import type { CourtKey } from '@/lib/pdf/signature/cms';
import { systemNow } from '@/lib/services/clock';
import {
  demonstrationAuthority,
  hasDemonstrationAuthority,
} from '@/lib/services/signing/demonstration-authority';
import { type KeyAndCertificates, readPkcs12 } from '@/lib/services/signing/pkcs12';

export type ConfiguredKey = CourtKey & {
  /** Whether this service made the key itself, and was not given it. */
  isDemonstration: boolean;
  /** The certificates that seals are trusted by, DER: the topmost that came with the key, then the former ones. */
  authority: Uint8Array[];
};

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtKey?: Promise<ConfiguredKey> | undefined };

/**
 * The key that seals the court's documents, read once per process.
 * @throws if the configured files cannot be read or used, with the reason; the next call tries again
 */
export function courtKey(): Promise<ConfiguredKey> {
  holder.courtKey ??= load().catch((error) => {
    holder.courtKey = undefined;
    throw error;
  });
  return holder.courtKey;
}

async function load(): Promise<ConfiguredKey> {
  const { key, certificates } = await read();
  const leaf = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (!leaf) throw new Error('There is no certificate for the signing key.');
  checkPurpose(leaf);
  const chain = issuersOf(leaf, certificates);
  const validity = { from: new Date(leaf.validFrom), to: new Date(leaf.validTo) };
  return {
    certificate: leaf.raw,
    chain: chain.map(({ raw }) => raw),
    algorithm: algorithmOf(key),
    sign: async (attributes) => {
      checkValidity(validity);
      // Signed on this thread, because a round trip to another thread takes longer than the signature.
      return sign('sha256', attributes, key);
    },
    isDemonstration: !env.SIGNING_KEY && !env.SIGNING_PKCS12,
    authority: [(chain.at(-1) ?? leaf).raw, ...(await formerAuthorities())],
  };
}

async function read(): Promise<KeyAndCertificates> {
  if (env.SIGNING_PKCS12) return readPkcs12(await readFile(env.SIGNING_PKCS12), env.SIGNING_PASSWORD ?? '');
  if (env.SIGNING_KEY && env.SIGNING_CERTIFICATE) {
    const [key, certificates] = await Promise.all([
      readFile(env.SIGNING_KEY, 'utf8'),
      readFile(env.SIGNING_CERTIFICATE, 'utf8'),
    ]);
    return fromPem(key, certificates, env.SIGNING_PASSWORD);
  }
  const made = await demonstrationAuthority(env.DATA_DIR);
  return fromPem(made.key, made.court + made.authority);
}

/** The roots of documents that were sealed before the key was changed. */
async function formerAuthorities(): Promise<Uint8Array[]> {
  if (!env.FORMER_AUTHORITIES) return [];
  const former = certificatesIn(await readFile(env.FORMER_AUTHORITIES, 'utf8'));
  if (former.length === 0) throw new Error('FORMER_AUTHORITIES has no certificate.');
  return former.map(({ raw }) => raw);
}

/** Whether a key can be had without making one. */
export function isKeyThere(): boolean {
  return Boolean(env.SIGNING_KEY || env.SIGNING_PKCS12) || hasDemonstrationAuthority(env.DATA_DIR);
}

/** Does it, or says what was to be read: the libraries' own words tell an operator nothing. */
function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new Error(`${what} cannot be read: is it PEM, and is SIGNING_PASSWORD its password?`, { cause });
  }
}

function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => reading('A signing certificate', () => new X509Certificate(block)));
}

function fromPem(key: string, certificates: string, passphrase?: string): KeyAndCertificates {
  return {
    key: reading('The signing key', () => createPrivateKey({ key, passphrase })),
    certificates: certificatesIn(certificates),
  };
}

/** Our own verification of seals would treat a file sealed by any other certificate as a forgery. */
function checkPurpose(leaf: X509Certificate): void {
  if (leaf.keyUsage?.includes('1.3.6.1.5.5.7.3.36')) return;
  throw new Error(
    'The signing certificate lacks the extended key usage documentSigning, 1.3.6.1.5.5.7.3.36.',
  );
}

/**
 * Checked at each signature: a certificate can expire while a service runs, and documents need its authority
 * after that.
 */
function checkValidity({ from, to }: { from: Date; to: Date }): void {
  const now = systemNow();
  if (from <= now && now <= to) return;
  throw new Error(`The signing certificate is valid from ${from.toISOString()} to ${to.toISOString()}.`);
}

function algorithmOf(key: KeyObject): 'ec' | 'rsa' {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'ec' && /^(prime256v1|secp384r1)$/.test(details?.namedCurve ?? '')) return 'ec';
  const bits = details?.modulusLength ?? 0;
  if (type === 'rsa' && bits >= 2048 && bits <= 8192) return 'rsa';
  throw new Error('The signing key must be RSA of 2048 to 8192 bits, or ECDSA on P-256 or P-384.');
}

/** The certificates that issued the leaf, each one followed by its issuer. */
function issuersOf(leaf: X509Certificate, certificates: X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const unused = new Set(certificates);
  for (let subject: X509Certificate | undefined = leaf; subject; ) {
    unused.delete(subject);
    const issued: X509Certificate = subject;
    subject = [...unused].find((other) => issued.checkIssued(other) && issued.verify(other.publicKey));
    if (subject) chain.push(subject);
  }
  return chain;
}
