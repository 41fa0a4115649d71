import { execFile } from 'node:child_process';
import { verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { ConfiguredKey } from '@/lib/services/signing/signing-key';
import { algorithms, type Certified, certify, der, openssl } from '@/lib/testing/pdf/authority';

const folder = mkdtempSync(path.join(tmpdir(), 'signing-key-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const origin = { PUBLIC_ORIGIN: 'https://claims.example.org' };
const authority = certify(folder, 'Authority', { profile: 'authority' });
const between = certify(folder, 'Between', { profile: 'authority', issuer: authority });

const newDataDir = () => mkdtempSync(path.join(folder, 'data-'));

/** The key that a newly started process reads. */
async function configured(variables: Record<string, string>): Promise<ConfiguredKey> {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, 'courtKey');
  for (const [name, value] of Object.entries({ DATA_DIR: newDataDir(), ...variables }))
    vi.stubEnv(name, value);
  const { courtKey } = await import('@/lib/services/signing/signing-key');
  const key = await courtKey();
  expect(await courtKey()).toBe(key);
  return key;
}

/** A file with the certificates one after another. */
function bundle(name: string, ...certified: Certified[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, certified.map(({ certificate }) => readFileSync(certificate, 'utf8')).join(''));
  return file;
}

async function expectSigns(key: ConfiguredKey): Promise<void> {
  const attributes = Buffer.from('attributes');
  const { publicKey } = new X509Certificate(key.certificate);
  expect(verify('sha256', attributes, publicKey, await key.sign(attributes))).toBe(true);
}

describe.each(algorithms)('a key of the court by %s', (algorithm) => {
  const court = certify(folder, `Court ${algorithm}`, { profile: 'court', algorithm, issuer: between });
  const password = 'päss wörd';
  const expected = {
    certificate: der(court.certificate),
    chain: [der(between.certificate), der(authority.certificate)],
    authority: [der(authority.certificate)],
    algorithm: algorithm === 'RSA-2048' ? 'rsa' : 'ec',
    isDemonstration: false,
  };

  it('is read from PEM', async () => {
    const SIGNING_CERTIFICATE = bundle(`${algorithm}.pem`, court, between, authority);
    const key = await configured({ SIGNING_KEY: court.key, SIGNING_CERTIFICATE, ...origin });
    expect(key).toMatchObject(expected);
    await expectSigns(key);
  });

  it('is read from encrypted PEM', async () => {
    const SIGNING_KEY = path.join(folder, `${algorithm}.encrypted.key`);
    openssl('pkcs8', '-topk8', '-in', court.key, '-out', SIGNING_KEY, '-passout', `pass:${password}`);
    const variables = { SIGNING_KEY, SIGNING_CERTIFICATE: court.certificate, ...origin };
    const key = await configured({ ...variables, SIGNING_PASSWORD: password });
    expect(key).toMatchObject({ chain: [], authority: [expected.certificate] });
    await expectSigns(key);
    await expect(configured({ ...variables, SIGNING_PASSWORD: 'wrong' })).rejects.toThrow();
  });

  it('is read from PKCS #12', async () => {
    const SIGNING_PKCS12 = path.join(folder, `${algorithm}.p12`);
    const what = ['-inkey', court.key, '-in', court.certificate];
    const above = bundle(`${algorithm}.above.pem`, authority, between);
    openssl(
      'pkcs12',
      '-export',
      ...what,
      '-certfile',
      above,
      '-out',
      SIGNING_PKCS12,
      '-passout',
      `pass:${password}`,
    );
    const key = await configured({ SIGNING_PKCS12, SIGNING_PASSWORD: password, ...origin });
    expect(key).toMatchObject(expected);
    await expectSigns(key);
    await expect(configured({ SIGNING_PKCS12, SIGNING_PASSWORD: 'wrong', ...origin })).rejects.toThrow(
      /password/,
    );
  });
});

describe('a key is refused', () => {
  const withCertificate = (key: Certified, certificate: Certified) =>
    configured({ SIGNING_KEY: key.key, SIGNING_CERTIFICATE: certificate.certificate, ...origin });

  it('without a certificate of its own', async () => {
    const court = certify(folder, 'Court', { profile: 'court' });
    await expect(withCertificate(court, authority)).rejects.toThrow('no certificate for the signing key');
  });

  it('when its certificate is not for signing documents', async () => {
    const mail = certify(folder, 'Mail', { profile: 'mail' });
    await expect(withCertificate(mail, mail)).rejects.toThrow('documentSigning');
  });

  it('when it is of another kind', async () => {
    const other = { key: path.join(folder, 'ed.key'), certificate: path.join(folder, 'ed.crt') };
    const [subject, purpose] = [
      ['-subj', '/CN=Ed'],
      ['-addext', 'extendedKeyUsage=1.3.6.1.5.5.7.3.36'],
    ];
    const output = ['-keyout', other.key, '-out', other.certificate];
    openssl('req', '-x509', '-newkey', 'ed25519', '-nodes', ...subject, ...purpose, ...output);
    await expect(withCertificate(other, other)).rejects.toThrow('must be RSA');
  });

  it('when it is not there or no key, and read again when it is', async () => {
    const court = certify(folder, 'Later', { profile: 'court' });
    const SIGNING_KEY = path.join(folder, 'moved.key');
    const variables = { SIGNING_KEY, SIGNING_CERTIFICATE: court.certificate, ...origin };
    await expect(configured(variables)).rejects.toThrow('SIGNING_KEY: is no file');
    writeFileSync(SIGNING_KEY, 'nothing');
    await expect(configured(variables)).rejects.toThrow('The signing key cannot be read');
    const { courtKey } = await import('@/lib/services/signing/signing-key');
    rmSync(SIGNING_KEY);
    await expect(courtKey()).rejects.toThrow('ENOENT');
    writeFileSync(SIGNING_KEY, readFileSync(court.key));
    await expectSigns(await courtKey());
  });

  it('to sign when its certificate has expired', async () => {
    const court = certify(folder, 'Expired', { profile: 'court' });
    const key = await withCertificate(court, court);
    vi.useFakeTimers({ now: Date.now() + 400 * 24 * 60 * 60 * 1000, toFake: ['Date'] });
    await expect(key.sign(Buffer.from('attributes'))).rejects.toThrow('valid from');
    vi.useRealTimers();
  });
});

describe('the demonstration', () => {
  const permissions = (file: string) => statSync(file).mode & 0o777;

  it('is made once, for its own user alone, and its authority has no key', async () => {
    const DATA_DIR = newDataDir();
    const first = await configured({ DATA_DIR });
    await expectSigns(first);
    expect(first).toMatchObject({ isDemonstration: true, algorithm: 'ec' });
    expect(await configured({ DATA_DIR })).toMatchObject({ certificate: first.certificate });
    expect((await configured({})).certificate).not.toEqual(first.certificate);
    const made = path.join(DATA_DIR, 'authority');
    expect(readdirSync(made)).toEqual(['ca.crt', 'court.crt', 'court.key']);
    expect(permissions(made)).toBe(0o700);
    expect(permissions(path.join(made, 'court.key'))).toBe(0o600);
  });

  it('has certificates that openssl finds in order', async () => {
    const DATA_DIR = newDataDir();
    const { certificate } = await configured({ DATA_DIR });
    const file = (name: string) => path.join(DATA_DIR, 'authority', name);
    const checked = openssl('verify', '-x509_strict', '-CAfile', file('ca.crt'), file('court.crt'));
    expect(checked).toContain('OK');
    const text = openssl('x509', '-noout', '-text', '-in', file('court.crt'));
    expect(text).toContain(
      'Subject: C = CA, O = Civil Claims Online, CN = Superior Court of Justice (DEMONSTRATION)',
    );
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation\s/);
    expect(text).toContain('1.3.6.1.5.5.7.3.36, E-mail Protection');
    expect(openssl('x509', '-noout', '-text', '-in', file('ca.crt'))).toMatch(
      /critical\s+CA:TRUE, pathlen:0\s/,
    );
    const { validFrom, validTo, serialNumber } = new X509Certificate(certificate);
    const year = 365.25 * 24 * 60 * 60 * 1000;
    const years = (date: string) => Math.round(((Date.parse(date) - Date.now()) / year) * 100) / 100;
    expect([years(validFrom), years(validTo)]).toEqual([-1, 10]);
    expect(serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
  });

  it('covers a court clock that was set to the past', async () => {
    const { certificate } = await configured({ COURT_CLOCK: '2017-11-28T15:00:00Z' });
    expect(new Date(new X509Certificate(certificate).validFrom).getUTCFullYear()).toBe(2016);
  });

  it('is not made anew over one of which something is missing', async () => {
    const DATA_DIR = newDataDir();
    await configured({ DATA_DIR });
    rmSync(path.join(DATA_DIR, 'authority', 'court.key'));
    await expect(configured({ DATA_DIR })).rejects.toThrow('court.key');
  });

  it('is the same for processes that start at once', async () => {
    const DATA_DIR = path.join(newDataDir(), 'new');
    const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, DATA_DIR };
    const start = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'lib/cli.ts', 'ca'], {
        env,
      });
    const printed = await Promise.all([start(), start(), start(), start()]);
    const [first] = printed;
    expect(first?.stdout).toContain('BEGIN CERTIFICATE');
    expect(new Set(printed.map(({ stdout }) => stdout)).size).toBe(1);
    expect(readdirSync(DATA_DIR).toSorted()).toEqual(['authority']);
    const { certificate } = await configured({ DATA_DIR });
    expect(new X509Certificate(certificate).verify(new X509Certificate(first?.stdout ?? '').publicKey)).toBe(
      true,
    );
  });
});
