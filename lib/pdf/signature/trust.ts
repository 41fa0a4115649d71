import { X509Certificate } from 'node:crypto';

/** RFC 9336. */
const documentSigning = '1.3.6.1.5.5.7.3.36';

/**
 * Whether a certificate is for signing documents and belongs to the authority: it is one of the authority's
 * own, or one of these issued it, directly or through the `chain`. Each certificate on the way must be valid
 * at the instant, if one is given. After RFC 5280, 6.1. Revocation, path lengths and constraints on names are
 * not examined.
 * @param authority DER; need not be self-signed
 */
export function isTrusted(
  certificate: X509Certificate,
  chain: X509Certificate[],
  authority: Uint8Array[],
  at: Date | undefined,
): boolean {
  if (!certificate.keyUsage?.includes(documentSigning)) return false;
  const roots = authority.map((der) => new X509Certificate(der));
  const issuers = new Set([...roots, ...chain]);
  const reached = [certificate];
  for (const subject of reached) {
    if (at && !isValidAt(subject, at)) continue;
    if (roots.some((root) => root.raw.equals(subject.raw))) return true;
    // An issuer that was reached is not tried again, so that a hostile chain costs at most the square of its
    // few certificates.
    for (const issuer of issuers) {
      if (hasIssued(issuer, subject) && issuers.delete(issuer)) reached.push(issuer);
    }
  }
  return false;
}

function hasIssued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function isValidAt(certificate: X509Certificate, at: Date): boolean {
  return Date.parse(certificate.validFrom) <= at.getTime() && at.getTime() <= Date.parse(certificate.validTo);
}
