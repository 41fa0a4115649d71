import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type CourtKey, signDigest } from '@/lib/pdf/signature/cms';
import { readSigned } from '@/lib/pdf/signature/cms-read';
import { algorithms, certify, keyOf, openssl } from '@/lib/testing/pdf/authority';

const folder = mkdtempSync(path.join(tmpdir(), 'cms-'));
afterAll(() => rmSync(folder, { recursive: true }));

const authority = certify(folder, 'Authority', { profile: 'authority' });
const court = certify(folder, 'Court', { profile: 'court', issuer: authority });
const key = keyOf(court, authority);
const document = Buffer.from('the court orders');
const digest = createHash('sha256').update(document).digest();

/** Has openssl verify a signature of the document. @throws if openssl rejects it */
function examine(cms: Uint8Array): string {
  const [file, content] = [path.join(folder, 'signature.der'), path.join(folder, 'content')];
  writeFileSync(file, cms);
  writeFileSync(content, document);
  const what = ['-binary', '-inform', 'DER', '-in', file, '-content', content];
  return openssl('cms', '-verify', '-cades', ...what, '-CAfile', authority.certificate);
}

describe.each(algorithms)('a signature by %s', (algorithm) => {
  const certified = certify(folder, algorithm, { profile: 'court', algorithm, issuer: authority });
  const signed = () => signDigest(keyOf(certified, authority), digest);

  it('is CAdES to openssl', async () => {
    expect(examine(await signed())).toContain('the court orders');
  });

  it('reads back', async () => {
    const read = readSigned(await signed());
    expect(read?.digest).toEqual(digest);
    expect(read?.certificate.subject).toContain(`CN=${algorithm}`);
    expect(read?.chain.map(({ subject }) => subject)).toEqual([expect.stringContaining('CN=Authority')]);
    expect(read?.timestamp).toBeUndefined();
  });
});

it('does not say when it was made: PAdES leaves that to the document', async () => {
  const file = path.join(folder, 'parsed.der');
  writeFileSync(file, await signDigest(key, digest));
  const parsed = openssl('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', file);
  expect(parsed).toContain('signingCertificateV2');
  expect(parsed).toContain('messageDigest');
  expect(parsed).not.toContain('signingTime');
});

it('hands the key no more than the attributes', async () => {
  const seen: Uint8Array[] = [];
  const watched: CourtKey = {
    ...key,
    sign(attributes) {
      seen.push(attributes);
      return key.sign(attributes);
    },
  };
  await signDigest(watched, digest);
  expect(seen).toHaveLength(1);
  expect(seen[0]?.length).toBeLessThan(500);
});

it('takes a SHA-256 and nothing else', async () => {
  await expect(signDigest(key, digest.subarray(1))).rejects.toThrow(RangeError);
});

it('carries a time-stamp of its value outside what is signed', async () => {
  const token = Buffer.from('3003020105', 'hex');
  const stamped: Uint8Array[] = [];
  const cms = await signDigest(key, digest, async (signature) => {
    stamped.push(signature);
    return token;
  });
  expect(readSigned(cms)?.timestamp).toEqual(token);
  expect(Buffer.from(cms).includes(Buffer.from(stamped[0] ?? 'none'))).toBe(true);
  expect(examine(cms)).toContain('the court orders');
});

describe('reading', () => {
  it('allows zeros after it, and nothing else', async () => {
    const cms = await signDigest(key, digest);
    expect(readSigned(Buffer.concat([cms, Buffer.alloc(3000)]))?.digest).toEqual(digest);
    expect(readSigned(Buffer.concat([cms, Buffer.alloc(3000), Buffer.of(1)]))).toBeUndefined();
  });

  it('refuses the signature of another key', async () => {
    const other = certify(folder, 'Other', { profile: 'court', issuer: authority });
    expect(readSigned(await signDigest({ ...key, sign: keyOf(other).sign }, digest))).toBeUndefined();
  });

  it('refuses attributes that name another certificate of the same key', async () => {
    const { certificate } = keyOf(court);
    // The last byte of a certificate belongs to its issuer's signature, which is not examined here.
    const altered = Buffer.from(certificate);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    const cms = Buffer.from(await signDigest(key, digest));
    altered.copy(cms, cms.indexOf(certificate));
    expect(readSigned(cms)).toBeUndefined();
    expect(readSigned(await signDigest({ ...key, certificate: altered }, digest))).toBeDefined();
  });

  it('refuses a signature of something else than data', async () => {
    const contentType = Buffer.from('301806092a864886f70d010903310b06092a864886f70d0107', 'hex');
    const altered = (bytes: Uint8Array) => {
      const copy = Buffer.from(bytes);
      copy[copy.indexOf(contentType) + contentType.length] = 2;
      return copy;
    };
    const signing = { ...key, sign: (attributes: Uint8Array) => key.sign(altered(attributes)) };
    expect(readSigned(altered(await signDigest(signing, digest)))).toBeUndefined();
  });

  it("refuses keys that are not the court's kind", async () => {
    const weak = path.join(folder, 'weak.key');
    const certificate = path.join(folder, 'weak.crt');
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:1024',
      '-nodes',
      '-subj',
      '/CN=w',
      '-keyout',
      weak,
      '-out',
      certificate,
    );
    expect(readSigned(await signDigest(keyOf({ key: weak, certificate }), digest))).toBeUndefined();
  });

  it('answers garbage with undefined', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => readSigned(bytes) === undefined));
  });

  it('never lets a changed byte say something else', async () => {
    const cms = await signDigest(key, digest);
    const change = fc.tuple(fc.nat(cms.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const changed = Uint8Array.from(cms);
        for (const [at, by] of changes) changed[at] = (changed[at] ?? 0) ^ by;
        const read = readSigned(changed);
        return !read || (read.certificate.raw.equals(key.certificate) && digest.equals(read.digest));
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws at a part of it', async () => {
    const cms = await signDigest(key, digest);
    for (let end = 0; end < cms.length; end += 1) expect(readSigned(cms.subarray(0, end))).toBeUndefined();
  });
});
