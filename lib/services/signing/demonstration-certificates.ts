import { KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  RelativeDistinguishedNames,
  Time,
  TimeType,
} from 'pkijs';

/** In PEM: two certificates, and the private key of the second. */
export type DemonstrationCertificates = { authority: string; court: string; key: string };

type Validity = { notBefore: Date; notAfter: Date };
type Issuer = { certificate: Certificate; key: CryptoKey };

const curve = { name: 'ECDSA', namedCurve: 'P-256' };

/**
 * Makes a certificate authority, and has it certify one key for sealing documents. The authority's own key
 * exists only in memory and is gone when this returns, so that it can never certify anything else.
 */
export async function issueDemonstrationCertificates(validity: Validity): Promise<DemonstrationCertificates> {
  const authorityKeys = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
  const authority = await prepare('Demonstration Authority', authorityKeys.publicKey, validity);
  authority.extensions?.push(
    extension('2.5.29.19', true, new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
    keyUsage(0b0000_0110, 1), // keyCertSign, cRLSign
  );
  await sign(authority, { certificate: authority, key: authorityKeys.privateKey });

  const keys = await crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const court = await prepare('Superior Court of Justice (DEMONSTRATION)', keys.publicKey, validity);
  // documentSigning of RFC 9336, and emailProtection, the only purpose that some PDF readers know.
  const purposes = ['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'];
  court.extensions?.push(
    keyUsage(0b1100_0000, 6), // digitalSignature, nonRepudiation
    extension('2.5.29.37', false, new ExtKeyUsage({ keyPurposes: purposes }).toSchema()),
  );
  await sign(court, { certificate: authority, key: authorityKeys.privateKey });
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return { authority: pem(authority), court: pem(court), key: key.toString() };
}

/** A certificate that still lacks its purpose, its issuer and its signature; RFC 5280, 4. */
async function prepare(commonName: string, publicKey: CryptoKey, validity: Validity): Promise<Certificate> {
  const certificate = new Certificate({
    version: 2, // 2 stands for version 3
    serialNumber: new asn1js.Integer({ valueHex: randomSerial() }),
    subject: nameOf(commonName),
    notBefore: time(validity.notBefore),
    notAfter: time(validity.notAfter),
    extensions: [],
  });
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  const keyId = new asn1js.OctetString({ valueHex: await certificate.getKeyHash() });
  certificate.extensions?.push(extension('2.5.29.14', false, keyId));
  return certificate;
}

async function sign(certificate: Certificate, issuer: Issuer): Promise<void> {
  const keyIdentifier = new asn1js.OctetString({ valueHex: await issuer.certificate.getKeyHash() });
  certificate.extensions?.push(
    extension('2.5.29.35', false, new AuthorityKeyIdentifier({ keyIdentifier }).toSchema()),
  );
  certificate.issuer = issuer.certificate.subject;
  await certificate.sign(issuer.key, 'SHA-256');
}

/** 126 random bits in an integer that is positive and takes all 16 bytes. */
function randomSerial(): ArrayBuffer {
  const bytes = Uint8Array.from(randomBytes(16));
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes.buffer;
}

/** Each attribute is its own step of the name; pkijs by itself would put them all into one. */
function nameOf(commonName: string): RelativeDistinguishedNames {
  const attributes = [
    new AttributeTypeAndValue({ type: '2.5.4.6', value: new asn1js.PrintableString({ value: 'CA' }) }),
    new AttributeTypeAndValue({
      type: '2.5.4.10',
      value: new asn1js.Utf8String({ value: 'Civil Claims Online' }),
    }),
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: commonName }) }),
  ];
  const steps = attributes.map((attribute) => new asn1js.Set({ value: [attribute.toSchema()] }));
  return RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: steps }).toBER());
}

/** Dates from 2050 on take the longer form; RFC 5280, 4.1.2.5. */
function time(value: Date): Time {
  return new Time({
    type: value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime,
    value,
  });
}

function keyUsage(bits: number, unusedBits: number): Extension {
  return extension('2.5.29.15', true, new asn1js.BitString({ valueHex: Uint8Array.of(bits), unusedBits }));
}

function extension(extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}

function pem(certificate: Certificate): string {
  return new X509Certificate(Buffer.from(certificate.toSchema(true).toBER())).toString();
}
