import { createHash } from 'node:crypto';
import {
  context,
  DerError,
  element,
  octets,
  oid,
  readElement,
  readMembers,
  sequence,
  setOf,
  tags,
} from '@/lib/pdf/signature/der';

/**
 * The court's key. All that it receives of a document is the DER of the attributes to sign, a few hundred
 * bytes that include the digest. It does not receive the attributes' own digest, because node:crypto cannot
 * sign a ready digest by ECDSA. Key services and security modules accept such a message too.
 */
export type CourtKey = {
  /** DER. */
  certificate: Uint8Array;
  /** DER, from the certificate's issuer upward. */
  chain: Uint8Array[];
  algorithm: 'ec' | 'rsa';
  /** The signature with SHA-256: for `ec` the DER of ECDSA-Sig-Value, for `rsa` PKCS #1 v1.5. */
  sign(attributes: Uint8Array): Promise<Uint8Array>;
};

export const oids = {
  data: oid('1.2.840.113549.1.7.1'),
  signedData: oid('1.2.840.113549.1.7.2'),
  contentType: oid('1.2.840.113549.1.9.3'),
  messageDigest: oid('1.2.840.113549.1.9.4'),
  signingCertificateV2: oid('1.2.840.113549.1.9.16.2.47'),
  timeStampToken: oid('1.2.840.113549.1.9.16.2.14'),
};

/** INTEGER 1, the version of both structures here; RFC 5652, 5.1 and 5.3. */
export const version1 = element(tags.integer, Uint8Array.of(1));
/** Without parameters; RFC 5754, 2. */
export const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'));
/** ecdsa-with-SHA256 without parameters, sha256WithRSAEncryption with NULL; RFC 5754, 3.2 and 3.3. */
export const signatureAlgorithms = {
  ec: sequence(oid('1.2.840.10045.4.3.2')),
  rsa: sequence(oid('1.2.840.113549.1.1.11'), element(tags.null)),
};

/**
 * A detached signature of a document by its SHA-256: CAdES-BES as PAdES B-B requires it (ETSI EN 319 142-1,
 * 6.3), so without signingTime. With a time-stamp of the signature's value it is B-T.
 * @param timestamp gives the TimeStampToken for a signature's value; RFC 3161, appendix A
 * @returns the DER of a ContentInfo; RFC 5652
 * @throws RangeError for a digest of another length; also whatever `key.sign` and `timestamp` throw
 */
export async function signDigest(
  key: CourtKey,
  digest: Uint8Array,
  timestamp?: (signature: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (digest.length !== 32) throw new RangeError('a SHA-256 has 32 bytes');
  const attributes = [
    attribute(oids.contentType, oids.data),
    attribute(oids.messageDigest, octets(digest)),
    attribute(oids.signingCertificateV2, signingCertificate(key.certificate)),
  ];
  // Signed as a SET, stored under [0]; RFC 5652, 5.4.
  const signature = await key.sign(setOf(attributes));
  const token = timestamp && attribute(oids.timeStampToken, await timestamp(signature));
  const signerInfo = sequence(
    version1,
    issuerAndSerial(key.certificate).whole,
    sha256,
    setOf(attributes, context(0)),
    signatureAlgorithms[key.algorithm],
    octets(signature),
    ...(token ? [setOf([token], context(1))] : []),
  );
  const signedData = sequence(
    version1,
    setOf([sha256]),
    sequence(oids.data),
    setOf([key.certificate, ...key.chain], context(0)),
    setOf([signerInfo]),
  );
  return sequence(oids.signedData, element(context(0), signedData));
}

const attribute = (type: Uint8Array, value: Uint8Array) => sequence(type, setOf([value]));

/**
 * The value of the ESS attribute that binds a signature to its certificate. SHA-256 is the default; RFC 5035,
 * 3.
 */
export function signingCertificate(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = issuerAndSerial(certificate);
  const directoryName = element(context(4), issuer);
  const hash = octets(createHash('sha256').update(certificate).digest());
  return sequence(sequence(sequence(hash, sequence(sequence(directoryName), serial))));
}

/**
 * Identifies a certificate by issuer and serial number: RFC 5652, 10.2.4.
 * @throws DerError if the bytes are no certificate
 */
export function issuerAndSerial(certificate: Uint8Array) {
  const [toBeSigned] = readMembers(readElement(certificate), tags.sequence);
  const fields = readMembers(toBeSigned, tags.sequence);
  // Only certificates of version 1 begin with the serial number; RFC 5280, 4.1.
  const [serial, , issuer] = fields[0]?.tag === context(0) ? fields.slice(1) : fields;
  if (serial?.tag !== tags.integer) throw new DerError();
  if (issuer?.tag !== tags.sequence) throw new DerError();
  return {
    issuer: issuer.whole,
    serial: serial.whole,
    whole: sequence(issuer.whole, serial.whole),
  };
}
