import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { otherFiles } from '../../lib/testing/claim/other-files';
import type { Court } from '../faults/court';
import { endlessPage } from '../fixtures/endless-page';
import { attachmentPdf, claimPdf, encryptedPdf, scriptPdf, zeroPagesPdf } from '../fixtures/pdfs';
import { newClaimant, prepareDraft, submitDraft } from '../support/people/claimant';
import type { Visitor } from '../support/people/visitor';
import { words } from '../support/people/words';
import { until } from '../support/until';

const inHours = '2026-11-24T15:00:00.000Z';
const t = words('en');

const fileOf = (bytes: Uint8Array, name = 'Claim.pdf', type = 'application/pdf') =>
  new File([Buffer.from(bytes)], name, { type });
const claim = async () => fileOf(await claimPdf({ title: 'STATEMENT OF CLAIM', pages: 1 }));

async function upload(visitor: Visitor, draft: string, file: File) {
  const page = await visitor.get(`/en/claims/${draft}/documents`);
  return visitor.submit(page, 'file', { file });
}

/** The paths in storage of the versions of one kind, or of all. */
async function storedFiles(court: Court, kind = '%'): Promise<string[]> {
  const rows = await court.sql`select storage_key as key from document_versions where kind like ${kind}`;
  return Promise.all(rows.map(async ({ key }) => String(await court.act('path', key))));
}

/** Files that can do more than show their pages, that bear a court's seal, or that are no PDF: refused in words, whatever they are called. */
export async function hostileFiles(court: Court): Promise<string> {
  const { origin } = await court.start(inHours);
  const visitor = await newClaimant(origin);
  await submitDraft(visitor, await prepareDraft(visitor, await claim()));
  await court.settled();
  const [sealed = ''] = await storedFiles(court, 'sealed');
  const [issued] = await court.sql`select file_number as number from filings`;
  const seal = Buffer.concat([readFileSync(sealed), Buffer.from('\n')]);
  const refused: [Uint8Array, string][] = [
    [await scriptPdf(), t('refusal.active-content')],
    [await attachmentPdf(), t('refusal.embedded-files')],
    [await encryptedPdf(), t('refusal.password')],
    [await zeroPagesPdf(), t('refusal.no-pages')],
    [seal, t('refusal.already-sealed-as', { number: issued?.number })],
    ...otherFiles.map(([, kind, bytes]): [Uint8Array, string] => [bytes, t(`refusal.${kind}`)]),
  ];
  const draft = await prepareDraft(visitor, await claim());
  for (const [bytes, reason] of refused) {
    const { html } = await upload(visitor, draft, fileOf(bytes));
    assert.ok(html.includes(reason), reason);
  }
  const named = await upload(
    visitor,
    draft,
    fileOf(await claimPdf({ title: 'CLAIM', pages: 2 }), 'Claim.docx', ''),
  );
  assert.ok(named.html.includes('Claim.docx.pdf'), 'a PDF is taken whatever it is called');
  return `${refused.length} files refused in words, one that a browser called a .docx taken`;
}

/** What was replaced or removed is gone for its owner at once, and from storage an hour later. */
export async function removedDocuments(court: Court): Promise<string> {
  const { origin } = await court.start(inHours);
  const visitor = await newClaimant(origin);
  const draft = await prepareDraft(visitor, await claim());
  const ids = async () =>
    (await court.sql`select id from document_versions order by created_at`).map(
      ({ id }) => `/api/documents/${id}`,
    );
  const [first = ''] = await ids();
  assert.equal((await visitor.get(first)).status, 200);
  await upload(visitor, draft, await claim());
  assert.equal((await visitor.get(first)).status, 404, 'what was replaced is gone');
  const page = await visitor.get(`/en/claims/${draft}/documents`);
  await visitor.submit(page, 'document', {});
  for (const address of await ids())
    assert.equal((await visitor.get(address)).status, 404, 'and what was removed');
  const files = await storedFiles(court);
  assert.equal(files.filter((file) => existsSync(file)).length, 2, 'both can still be brought back');
  await court.sql`update documents set removed_at = now() - interval '61 minutes'`;
  // A server that starts sweeps at once.
  await court.start(inHours);
  await until('both left storage', async () => !files.some((file) => existsSync(file)));
  return 'a replaced and a removed document: 404 at once, out of storage after an hour';
}

const slowFiles = 8;

/** One person's small files that take as long as they are let hold up nobody else's upload and no claim. */
export async function slowUploads(court: Court): Promise<string> {
  const { origin } = await court.start(inHours);
  const [slow, other] = [await newClaimant(origin), await newClaimant(origin)];
  const drafts: string[] = [];
  for (let n = 0; n < slowFiles; n += 1) drafts.push(await prepareDraft(slow, await claim()));
  const ready = await prepareDraft(other, await claim());
  let under = slowFiles;
  for (const [n, draft] of drafts.entries()) {
    const sent = upload(slow, draft, fileOf(await endlessPage(`A${n}`)));
    // What still runs when the server ends is cut off.
    sent.then(() => (under -= 1)).catch(() => undefined);
  }
  const started = performance.now();
  await upload(other, ready, await claim());
  const page = await submitDraft(other, ready);
  assert.match(page, /R-[0-9A-Z]{4}-[0-9A-Z]{4}/, 'another claim is received');
  await court.settled();
  const seconds = (performance.now() - started) / 1000;
  assert.ok(under > 0, 'while slow files are under way');
  return `another document was uploaded and its claim issued in ${seconds.toFixed(1)} s, ${under} of ${slowFiles} slow files under way`;
}
