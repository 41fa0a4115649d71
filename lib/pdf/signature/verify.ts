import { createHash, type X509Certificate } from 'node:crypto';
import { readSealMark, type SealMark, writeSealMark } from '@/lib/domain/register/verification';
import { readSigned } from '@/lib/pdf/signature/cms-read';
import {
  findSignatureDictionaries,
  type SignatureDictionary,
} from '@/lib/pdf/signature/signature-dictionary';
import { isTrusted } from '@/lib/pdf/signature/trust';

/** The result for a file's newest court seal. The mark is the court's only if the signature is `valid`. */
export type VerificationResult = {
  /** Absent on a receipt, which the court signs but does not seal. */
  mark: SealMark | undefined;
  /**
   * `broken`: the signature does not fit the bytes; `untrusted`: it fits, but the authority did not certify
   * the signer.
   */
  signature: 'none' | 'broken' | 'untrusted' | 'valid';
  /** Whether the signature covers the file to its end, so that nothing was appended. */
  wholeFile: boolean;
  /** The signer's own statement of the time of signing, in UTC; ISO 8601. */
  signedAt?: string;
  /** Names in the form `CN=…, O=…`; the serial number in hex; instants in UTC. */
  certificate?: { subject: string; issuer: string; serial: string; notBefore: string; notAfter: string };
};

/**
 * Examines the newest court seal in a file: its mark and the signature after it, or without a mark the
 * court's signature alone. Pure and bounded: the PDF itself is not parsed, and foreign bytes cannot make it
 * throw.
 * @param authority the trusted root certificates, DER
 * @param at when an encrypted file was signed, since it does not hold the date in plain; without this, the
 *   certificates' validity in such a file is not examined
 */
export function verifySeal(bytes: Uint8Array, authority: Uint8Array[], at?: Date): VerificationResult {
  const mark = readSealMark(bytes);
  const dictionaries = findSignatureDictionaries(bytes, mark ? positionOf(mark, bytes) : 0);
  const found: Signature[] = [];
  for (const dictionary of dictionaries) {
    const signature = examine(dictionary, authority, at);
    // A valid signature stands for itself, whatever precedes it in the file.
    if (signature.signature === 'valid') return { mark, ...signature };
    found.push(signature);
  }
  return { mark, ...(found[0] ?? { signature: 'none', wholeFile: false }) };
}

type Signature = Omit<VerificationResult, 'mark'>;

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

/** The mark of a file that the court sealed and that has not changed since. */
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
