import { X509Certificate } from 'node:crypto';
import { log } from '@/lib/log';
import { courtKey } from '@/lib/services/signing/signing-key';

/**
 * The certificate behind the court's seal, in the form in which people compare it with their own reader's
 * display.
 */
export type CourtCertificate = {
  /** The parts of the distinguished names, one a line, the most specific first. */
  subject: string;
  issuer: string;
  validTo: Date;
  /** SHA-256 of the authority's certificate as hex, in pairs. */
  authorityFingerprint: string;
  /** The same of each authority that vouched for earlier seals. */
  formerFingerprints: string[];
  /** Whether the key was made for a demonstration, so that nobody vouches for it. */
  isDemonstration: boolean;
};

/** The parts of a distinguished name without their types, because people compare the values. */
function plainName(name: string): string {
  const parts = name.split('\n').map((part) => part.slice(part.indexOf('=') + 1));
  return parts.reverse().join('\n');
}

/** The certificate that seals documents now; null, and an entry in the log, if the key cannot be used. */
export async function findCourtCertificate(): Promise<CourtCertificate | null> {
  const key = await courtKey().catch((error: unknown) => {
    log.error({ err: error }, 'the signing key cannot be used');
    return null;
  });
  if (!key) return null;
  const { subject, issuer, validTo } = new X509Certificate(key.certificate);
  const [authorityFingerprint = '', ...formerFingerprints] = (await courtAuthorities()).map(
    ({ fingerprint256 }) => fingerprint256,
  );
  const { isDemonstration } = key;
  return {
    subject: plainName(subject),
    issuer: plainName(issuer),
    validTo: new Date(validTo),
    authorityFingerprint,
    formerFingerprints,
    isDemonstration,
  };
}

/** The present authority's certificate, then those of the authorities that vouched for earlier seals. */
export async function courtAuthorities(): Promise<X509Certificate[]> {
  return (await courtKey()).authority.map((der) => new X509Certificate(der));
}
