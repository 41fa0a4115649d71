import { createHash, type X509Certificate } from 'node:crypto';
import { readSealMark, type SealMark, writeSealMark } from '@/lib/domain/verification';
import { readSigned } from '@/lib/pdf/cms-read';
import { findSignatureDictionaries, type SignatureDictionary } from '@/lib/pdf/signature-dictionary';
import { isTrusted } from '@/lib/pdf/trust';

/** What a file's newest court seal is worth. Nothing but `valid` says that the mark is the court's. */
export type Verdict = {
  /** None on a receipt, which the court signs and does not seal. */
  mark: SealMark | undefined;
  /** `broken`: the signature does not fit the bytes; `untrusted`: it does, but the authority did not certify the signer. */
  signature: 'none' | 'broken' | 'untrusted' | 'valid';
  /** Whether the signature covers the file to its end: nothing was appended. */
  wholeFile: boolean;
  /** When the signer says it was signed, in UTC; ISO 8601. */
  signedAt?: string;
  /** Names one after another as in `CN=…, O=…`; the serial number in hex; instants in UTC. */
  certificate?: { subject: string; issuer: string; serial: string; notBefore: string; notAfter: string };
};

/**
 * Examines the newest court seal in a file: its mark and the signature that follows; without a mark the court's
 * signature alone. Pure and bounded: the PDF itself is not parsed, and foreign bytes cannot make it throw.
 * @param authority the trusted root certificates, DER
 * @param at when it was signed, for an encrypted file, which does not tell it in plain; there, without this, the
 * certificates' validity is not examined
 */
export function verifySeal(bytes: Uint8Array, authority: Uint8Array[], at?: Date): Verdict {
  const mark = readSealMark(bytes);
  const dictionaries = findSignatureDictionaries(bytes, mark ? positionOf(mark, bytes) : 0);
  const found: Signature[] = [];
  for (const dictionary of dictionaries) {
    const signature = examine(dictionary, authority, at);
    // Whatever comes before it: what the court signed says so itself.
    if (signature.signature === 'valid') return { mark, ...signature };
    found.push(signature);
  }
  return { mark, ...(found[0] ?? { signature: 'none', wholeFile: false }) };
}

type Signature = Omit<Verdict, 'mark'>;

function examine(found: SignatureDictionary | 'malformed', authority: Uint8Array[], at?: Date): Signature {
  if (found === 'malformed') return { signature: 'broken', wholeFile: false };
  const { wholeFile } = found;
  const signed = readSigned(found.contents);
  if (!signed || !fits(found, signed.digest)) return { signature: 'broken', wholeFile };
  const { certificate, chain } = signed;
  const signedAt = found.signedAt ?? at;
  return {
    signature: isTrusted(certificate, chain, authority, signedAt) ? 'valid' : 'untrusted',
    wholeFile,
    ...(signedAt && { signedAt: signedAt.toISOString() }),
    certificate: factsOf(certificate),
  };
}

/** The mark of a file that the court sealed and nobody has touched since. */
export function bearsOurSeal(bytes: Uint8Array, authority: Uint8Array[]): SealMark | undefined {
  const { mark, signature, wholeFile } = verifySeal(bytes, authority);
  return signature === 'valid' && wholeFile ? mark : undefined;
}

function positionOf(mark: SealMark, bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(
    writeSealMark(mark),
    -1,
    'latin1',
  );
}

function fits({ signed: [before, after] }: SignatureDictionary, digest: Uint8Array): boolean {
  return createHash('sha256').update(before).update(after).digest().equals(digest);
}

function factsOf(certificate: X509Certificate) {
  const inOneLine = (name: string) => name.split('\n').join(', ');
  return {
    subject: inOneLine(certificate.subject),
    issuer: inOneLine(certificate.issuer),
    serial: certificate.serialNumber,
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
  };
}
