import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPlace } from '@/lib/pdf/find-place';
import type { Place, SealOrder } from '@/lib/pdf/order';
import { type Signer, seal } from '@/lib/pdf/seal';
import { issued } from '@/lib/pdf/testing';

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
  return sealedAt(bytes, await findPlace(bytes, { blind: false }), issued, signer);
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

/** A PDF of these objects, numbered from 1, the first its catalog, with a correct table. */
export function handMade(objects: string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${text}${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A page of these contents with a form of these entries. */
export function onePage({ content = '', catalog = '', page = '', more = [] as string[] }): Buffer {
  return handMade([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R${page}>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...more,
  ]);
}
