import { serverPrograms, startPostgres } from '../../lib/testing/db/postgres';
import { endlessPage } from '../fixtures/endless-page';
import { claimPdf } from '../fixtures/pdfs';
import { startServer } from '../support/court/server';
import { newClaimant, prepareDraft, submitDraft } from '../support/people/claimant';
import type { Visitor } from '../support/people/visitor';
import { quantile, time } from './statistics';

const slowFiles = 14;
const rounds = 20;
const targets = { uploadMs: 2_000, submitMs: 1_000 };

const fileOf = (bytes: Uint8Array) => new Blob([Buffer.from(bytes)], { type: 'application/pdf' });

/** One person's small files that take as long as they are let, and how long another's upload and claim take meanwhile. */
export async function benchSlowFiles(): Promise<void> {
  const programs = serverPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed.');
  const postgres = await startPostgres(programs, 'on');
  const env = { DATABASE_URL: postgres.url, LOG_LEVEL: 'fatal' };
  const server = await startServer({ clock: '2026-11-24T15:00:00.000Z', env });
  try {
    const [slow, other] = [await newClaimant(server.origin), await newClaimant(server.origin)];
    const quiet = await measure(other);
    const drafts = await draftsOf(slow);
    let under = slowFiles;
    const sent = drafts.map(async (draft, n) => {
      await upload(slow, draft, await endlessPage(`A${n}`));
      under -= 1;
    });
    const busy = await measure(other);
    process.stdout.write(
      `\n${slowFiles} slow files of one person sent at once, ${under} still under way at the end\n`,
    );
    tell('upload of 1 MB, alone', quiet.uploads);
    tell('upload of 1 MB, meanwhile', busy.uploads, targets.uploadMs);
    tell('submit to issued, alone', quiet.submits);
    tell('submit to issued, meanwhile', busy.submits, targets.submitMs);
    await Promise.all(sent);
  } finally {
    await server.stop();
    await postgres.stop();
  }
}

async function upload(visitor: Visitor, draft: string, bytes: Uint8Array): Promise<void> {
  const page = await visitor.get(`/en/claims/${draft}/documents`);
  await visitor.submit(page, 'file', { file: fileOf(bytes) });
}

async function draftsOf(visitor: Visitor): Promise<string[]> {
  const claim = fileOf(await claimPdf({ title: 'Statement of Claim', pages: 1 }));
  const drafts: string[] = [];
  for (let n = 0; n < slowFiles; n += 1) drafts.push(await prepareDraft(visitor, claim));
  return drafts;
}

/** How long each upload and each submission of a person takes, in milliseconds. */
async function measure(visitor: Visitor): Promise<{ uploads: number[]; submits: number[] }> {
  const claim = await claimPdf({ title: 'Statement of Claim', pages: 10, bytes: 1_000_000 });
  const uploads: number[] = [];
  const submits: number[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const draft = await prepareDraft(visitor, fileOf(claim));
    uploads.push(await time(() => upload(visitor, draft, claim)));
    submits.push(
      await time(async () => {
        const page = await submitDraft(visitor, draft);
        if (!/CV-26-\d{8}-0000/.test(page)) throw new Error('a claim was not issued in its request');
      }),
    );
  }
  return { uploads, submits };
}

function tell(name: string, ms: number[], most?: number): void {
  const p95 = quantile(ms, 0.95);
  const isMissed = most !== undefined && p95 >= most;
  const figures = `median ${quantile(ms, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
  process.stdout.write(`${name.padEnd(28)} ${figures}${isMissed ? '  MISSED' : ''}\n`);
}
