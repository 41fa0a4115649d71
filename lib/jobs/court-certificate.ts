import { X509Certificate } from 'node:crypto';
import { log } from '@/lib/log';
import { courtKey } from '@/lib/services/signing-key';

/** The certificate behind the court's seal, as people compare it with what their own reader shows. */
export type CourtCertificate = {
  /** The parts of the distinguished names, the closest first, one a line. */
  subject: string;
  issuer: string;
  validTo: Date;
  /** SHA-256 of the authority's certificate as hex, in pairs. */
  authorityFingerprint: string;
  /** Whether the key was made for a demonstration, and vouched for by nobody. */
  isDemonstration: boolean;
};

/** The parts of a distinguished name without their types: a person compares what they say. */
function plainName(name: string): string {
  const parts = name.split('\n').map((part) => part.slice(part.indexOf('=') + 1));
  return parts.reverse().join('\n');
}

/** The certificate with which documents are sealed now; null, and logged, while the key cannot be used. */
export async function findCourtCertificate(): Promise<CourtCertificate | null> {
  const key = await courtKey().catch((error: unknown) => {
    log.error({ err: error }, 'the signing key cannot be used');
    return null;
  });
  if (!key) return null;
  const { subject, issuer, validTo } = new X509Certificate(key.certificate);
  const authorityFingerprint = (await courtAuthority()).fingerprint256;
  const { isDemonstration } = key;
  return {
    subject: plainName(subject),
    issuer: plainName(issuer),
    validTo: new Date(validTo),
    authorityFingerprint,
    isDemonstration,
  };
}

/** The certificate of the authority that vouches for the seal: whoever trusts it can check seals without us. */
export async function courtAuthority(): Promise<X509Certificate> {
  const { authority, certificate } = await courtKey();
  return new X509Certificate(authority.at(-1) ?? certificate);
}
