import { verify, X509Certificate } from 'node:crypto';
import {
  issuerAndSerial,
  oids,
  sha256,
  signatureAlgorithms,
  signingCertificate,
  version1,
} from '@/lib/pdf/signature/cms';
import {
  context,
  DerError,
  type Element,
  element,
  readElement,
  readMembers,
  sequence,
  setOf,
  tags,
} from '@/lib/pdf/signature/der';

/** A signature in the form of `signDigest`. Its value fits its attributes and its certificate. */
export type Signed = {
  certificate: X509Certificate;
  /** The signature's other certificates, in no order. Nothing vouches for them. */
  chain: X509Certificate[];
  /** The SHA-256 that the document must have. */
  digest: Uint8Array;
  /** DER of the TimeStampToken, if it has one; not examined. */
  timestamp?: Uint8Array;
};

const mostCertificates = 10;
/** Only zeros may follow the DER in the hole that a PDF leaves for it. */
const isPadding = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);

/**
 * Reads a signature in the court's own form, whether or not the court made it: one signer, RSA (2048 to 8192
 * bits) or ECDSA on P-256 or P-384, SHA-256 throughout. Zeros may follow it.
 * @returns undefined for any other form, and if the signature's value or its ESS attribute does not match
 */
export function readSigned(bytes: Uint8Array): Signed | undefined {
  try {
    return read(bytes);
  } catch {
    // A DerError, or an error of node:crypto about a certificate or key that it cannot read.
    return undefined;
  }
}

function read(bytes: Uint8Array): Signed {
  const contentInfo = readElement(bytes);
  demand(isPadding(bytes.subarray(contentInfo.whole.length)));
  const [contentType, content, ...more] = readMembers(contentInfo, tags.sequence);
  demand(same(contentType, oids.signedData) && more.length === 0);
  const [signedData] = readMembers(content, context(0));
  const [version, algorithms, encapsulated, certificates, signerInfos, ...others] = readMembers(
    signedData,
    tags.sequence,
  );
  demand(same(version, version1) && same(algorithms, setOf([sha256])));
  demand(same(encapsulated, sequence(oids.data)));
  const [signerInfo, ...otherSigners] = readMembers(signerInfos, tags.set);
  demand(others.length === 0 && otherSigners.length === 0);
  return readSigner(signerInfo, readMembers(certificates, context(0)));
}

function readSigner(signerInfo: Element | undefined, certificates: Element[]): Signed {
  const [version, signer, digestAlgorithm, attributes, algorithm, signature, unsigned, ...more] = readMembers(
    signerInfo,
    tags.sequence,
  );
  demand(same(version, version1) && same(digestAlgorithm, sha256) && more.length === 0);
  demand(certificates.length <= mostCertificates);
  const der = certificates.find(({ whole }) => same(signer, issuerAndSerial(whole).whole))?.whole;
  if (!der || !attributes || signature?.tag !== tags.octets) throw new DerError();

  const certificate = new X509Certificate(der);
  demand(same(algorithm, signatureAlgorithms[algorithmOf(certificate)]));
  // Stored under [0], signed as a SET; RFC 5652, 5.4.
  const signed = element(tags.set, attributes.body);
  demand(verify('sha256', signed, certificate.publicKey, signature.body));

  const values = readAttributes(attributes, context(0));
  demand(same(values.get(key(oids.contentType)), oids.data));
  demand(same(values.get(key(oids.signingCertificateV2)), signingCertificate(der)));
  const digest = values.get(key(oids.messageDigest));
  if (digest?.tag !== tags.octets || digest.body.length !== 32) throw new DerError();

  const chain = certificates.filter(({ whole }) => whole !== der);
  const token = unsigned && readAttributes(unsigned, context(1)).get(key(oids.timeStampToken));
  return {
    certificate,
    chain: chain.map(({ whole }) => new X509Certificate(whole)),
    digest: digest.body,
    ...(token && { timestamp: token.whole }),
  };
}

const key = (type: Uint8Array) => Buffer.from(type).toString('hex');

/** Maps each attribute's type to its value. Each type may occur once, with one value. */
function readAttributes(attributes: Element, tag: number): Map<string, Element> {
  const values = new Map<string, Element>();
  for (const attribute of readMembers(attributes, tag)) {
    const [type, set, ...more] = readMembers(attribute, tags.sequence);
    const [value, ...otherValues] = readMembers(set, tags.set);
    if (!type || !value || more.length > 0 || otherValues.length > 0) throw new DerError();
    demand(!values.has(key(type.whole)));
    values.set(key(type.whole), value);
  }
  return values;
}

/** The court uses no other curves and no short or odd keys, and some of those take long to compute with. */
function algorithmOf({ publicKey }: X509Certificate): 'ec' | 'rsa' {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKey;
  if (type === 'ec' && /^(prime256v1|secp384r1)$/.test(details?.namedCurve ?? '')) return 'ec';
  const bits = details?.modulusLength ?? 0;
  if (type === 'rsa' && bits >= 2048 && bits <= 8192) return 'rsa';
  throw new DerError();
}

function same(read: Element | undefined, expected: Uint8Array): boolean {
  return read !== undefined && Buffer.compare(read.whole, expected) === 0;
}

function demand(holds: boolean): void {
  if (!holds) throw new DerError();
}
