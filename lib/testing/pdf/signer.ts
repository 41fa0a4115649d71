import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signDigest } from '@/lib/pdf/signature/cms';
import type { Signer } from '@/lib/pdf/signature/sign';
import { certify, der, keyOf } from '@/lib/testing/pdf/authority';

/** A court of the test's own with its authority. */
export type TestCourt = {
  signer: Signer;
  roots: Uint8Array[];
  folder: string;
  close(): void;
};

/** Made anew by openssl, in a folder that `close` removes. */
export function testCourt(): TestCourt {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-'));
  const authority = certify(folder, 'Authority', { profile: 'authority' });
  const key = keyOf(certify(folder, 'Court', { profile: 'court', issuer: authority }), authority);
  return {
    signer: { room: 4000, sign: (digest) => signDigest(key, digest) },
    roots: [der(authority.certificate)],
    folder,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
