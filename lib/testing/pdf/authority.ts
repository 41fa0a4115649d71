import { execFileSync } from 'node:child_process';
import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { CourtKey } from '@/lib/pdf/signature/cms';

export const algorithms = ['P-256', 'P-384', 'RSA-2048'] as const;
export type Algorithm = (typeof algorithms)[number];

/** Which certificate openssl is to make; the sections of the configuration below. */
type Profile = 'authority' | 'court' | 'mail' | 'unlimited' | 'time';

const configuration = `
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[court]
keyUsage = critical, digitalSignature, nonRepudiation
extendedKeyUsage = 1.3.6.1.5.5.7.3.36, emailProtection
[mail]
keyUsage = critical, digitalSignature
extendedKeyUsage = emailProtection
[unlimited]
extendedKeyUsage = 1.3.6.1.5.5.7.3.36
[time]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
`;

/** Runs openssl. @throws with what it says where it fails */
export function openssl(...args: string[]): string {
  return execFileSync('openssl', args, { encoding: 'utf8', timeout: 20_000, stdio: 'pipe' });
}

/** Paths of a key and its certificate, in PEM. */
export type Certified = { key: string; certificate: string };

/** Has openssl make a key and its certificate for a year from now, self-signed where nobody issues it. */
export function certify(
  folder: string,
  name: string,
  { profile, algorithm = 'P-256', issuer }: { profile: Profile; algorithm?: Algorithm; issuer?: Certified },
): Certified {
  const config = path.join(folder, 'openssl.cnf');
  writeFileSync(config, configuration);
  const made = { key: path.join(folder, `${name}.key`), certificate: path.join(folder, `${name}.crt`) };
  const newKey =
    algorithm === 'RSA-2048'
      ? ['-newkey', 'rsa:2048']
      : ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${algorithm}`];
  const by = issuer ? ['-CA', issuer.certificate, '-CAkey', issuer.key] : [];
  const output = ['-nodes', '-keyout', made.key, '-out', made.certificate];
  const subject = ['-subj', `/C=CA/O=Test/CN=${name}`, '-days', '365'];
  openssl('req', '-x509', '-config', config, '-extensions', profile, ...newKey, ...by, ...subject, ...output);
  return made;
}

export const der = (certificate: string): Uint8Array => new X509Certificate(readFileSync(certificate)).raw;

/** Such a key as the court's, with the certificates above its own. */
export function keyOf(certified: Certified, ...chain: Certified[]): CourtKey {
  const key = createPrivateKey(readFileSync(certified.key));
  return {
    certificate: der(certified.certificate),
    chain: chain.map(({ certificate }) => der(certificate)),
    algorithm: key.asymmetricKeyType === 'rsa' ? 'rsa' : 'ec',
    sign: (attributes) => promisify(sign)('sha256', attributes, key),
  };
}
