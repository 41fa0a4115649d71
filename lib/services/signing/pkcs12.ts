import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { CertBag, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeBag, type SafeContents } from 'pkijs';

/** A private key, and certificates in no order, the key's own among them. */
export type KeyAndCertificates = { key: KeyObject; certificates: X509Certificate[] };

/**
 * Reads a PKCS #12 file in the form that current programs write: PBES2 with AES, integrity by password; RFC
 * 7292.
 * @throws if the password is wrong, the encryption is of the old kinds (RC2, triple DES), or there is not
 *   exactly one key
 */
export async function readPkcs12(file: Uint8Array, password: string): Promise<KeyAndCertificates> {
  const bags = await readBags(file, new TextEncoder().encode(password).buffer);
  const [key, ...otherKeys] = bags.flatMap((bag) => readKey(bag, password));
  if (!key || otherKeys.length > 0) throw new Error('The PKCS #12 file must hold one private key.');
  return { key, certificates: bags.flatMap(readCertificate) };
}

async function readBags(file: Uint8Array, password: ArrayBuffer): Promise<SafeBag[]> {
  try {
    const pfx = PFX.fromBER(Uint8Array.from(file));
    await pfx.parseInternalValues({ password });
    const safe = pfx.parsedValue?.authenticatedSafe;
    if (!safe) throw new Error('holds nothing');
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
    const contents: { value: SafeContents }[] = safe.parsedValue.safeContents;
    return contents.flatMap(({ value }) => value.safeBags);
  } catch (cause) {
    const hint = 'is the password right, and is it encrypted with AES (openssl pkcs12 -export of version 3)?';
    throw new Error(`The PKCS #12 file cannot be read: ${hint}`, { cause });
  }
}

function readKey({ bagValue }: SafeBag, passphrase: string): KeyObject[] {
  const isKey = bagValue instanceof PKCS8ShroudedKeyBag || bagValue instanceof PrivateKeyInfo;
  if (!isKey) return [];
  const der = Buffer.from(bagValue.toSchema().toBER());
  return [createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase })];
}

function readCertificate({ bagValue }: SafeBag): X509Certificate[] {
  const value = bagValue instanceof CertBag ? bagValue.certValue : undefined;
  return value instanceof asn1js.OctetString ? [new X509Certificate(Buffer.from(value.getValue()))] : [];
}
