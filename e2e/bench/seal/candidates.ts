import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync, writevSync } from 'node:fs';
import { PDFDocument as Cantoo } from 'pdf-lib';
import { PDFDocument as Original } from 'pdf-lib-original';
import { courtSigner } from '@/lib/jobs/issuing/court-signature';
import { seal } from '@/lib/pdf/seal/seal';
import { sealPdf } from '@/lib/services/pdf-sandbox/pdf';
import { issued } from '@/lib/testing/pdf/pages';
import { drawStamp, stampPlace } from './stamp';

/** Makes a new file of another. */
export type Candidate = (from: string, to: string) => Promise<void>;

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** What no sealer can do without: to read, to hold the result, to hash, to sign and to write. */
const limit: Candidate = async (from, to) => {
  const copy = Buffer.from(readFileSync(from));
  sign('sha256', createHash('sha256').update(copy).digest(), privateKey);
  writeFileSync(to, copy);
};

/** As lib/pdf/seal/worker.ts does it. */
const ours: Candidate = async (from, to) => {
  const bytes = readFileSync(from);
  const { revision } = await seal(bytes, issued, stampPlace, await courtSigner());
  const descriptor = openSync(to, 'wx');
  try {
    const written = writevSync(descriptor, [bytes, revision]);
    if (written < bytes.length + revision.length) throw new Error('the file was not written whole');
  } finally {
    closeSync(descriptor);
  }
};

/** As the service does it, in its guarded process. */
const guarded: Candidate = async (from, to) => {
  const sealed = await sealPdf(readFileSync(from), issued, stampPlace, await courtSigner());
  if (!sealed.ok) throw new Error(sealed.code);
  writeFileSync(to, sealed.bytes);
};

const rewrite: Candidate = async (from, to) => {
  const document = await Original.load(readFileSync(from), { updateMetadata: false });
  const [page] = document.getPages();
  if (page) drawStamp(page, await document.embedFont('Helvetica'));
  writeFileSync(to, await document.save());
};

const increment: Candidate = async (from, to) => {
  const options = { forIncrementalUpdate: true, updateMetadata: false };
  const document = await Cantoo.load(readFileSync(from), options);
  const [page] = document.getPages();
  if (page) drawStamp(page, await document.embedFont('Helvetica'));
  writeFileSync(to, await document.commit());
};

/** Neither of the last two hashes or signs. */
export const candidates = {
  limit,
  seal: ours,
  'guarded seal': guarded,
  'pdf-lib 1.17.1': rewrite,
  '@cantoo/pdf-lib': increment,
} satisfies Record<string, Candidate>;

export type CandidateName = keyof typeof candidates;
export const candidateNames = Object.keys(candidates) as CandidateName[];
