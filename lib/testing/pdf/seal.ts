import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPlaces } from '@/lib/pdf/placement/find-place';
import type { Place, SealOrder } from '@/lib/pdf/read/seal-order';
import { seal } from '@/lib/pdf/seal/seal';
import type { Signer } from '@/lib/pdf/signature/sign';
import { issued } from '@/lib/testing/pdf/pages';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Signs with a key of nobody's, where only the rest of the sealed file matters. */
export const anySigner: Signer = {
  room: 200,
  sign: async (digest) => sign('sha256', digest, privateKey),
};

/** At the top left of a Letter page. */
export const corner: Place = { kind: 'first-page', seal: { x: 10, y: 724, scale: 1 }, open: 0 };

/** The whole sealed file. */
export async function sealedAt(
  bytes: Uint8Array,
  place: Place = corner,
  order: SealOrder = issued,
  signer: Signer = anySigner,
): Promise<Buffer> {
  return Buffer.concat([bytes, (await seal(bytes, order, place, signer)).revision]);
}

/** The whole sealed file, the seal where there is room for it. */
export async function sealedWherever(bytes: Uint8Array, signer: Signer = anySigner): Promise<Buffer> {
  return sealedAt(bytes, await findPlaces(bytes).seen(), issued, signer);
}

/** What qpdf makes of a file. @throws where it finds errors */
export function byQpdf(bytes: Uint8Array, ...options: string[]): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'qpdf-'));
  try {
    const [from, to] = [path.join(folder, 'from.pdf'), path.join(folder, 'to.pdf')];
    writeFileSync(from, bytes);
    execFileSync(
      'qpdf',
      ['--warning-exit-0', '--deterministic-id', ...options, from, to].filter(keepsId(options)),
      {
        timeout: 10_000,
        stdio: 'pipe',
      },
    );
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An encrypted file cannot have an identifier made of its content. */
const keepsId = (options: string[]) => (option: string) =>
  option !== '--deterministic-id' || !options.includes('--encrypt');
