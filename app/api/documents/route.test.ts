import { beforeEach, expect, it, vi } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { listDocuments } from '@/lib/data/claim/documents/documents';
import { startDraft } from '@/lib/data/claim/drafts';
import type { UserActor } from '@/lib/domain/access/access';
import { newFiler } from '@/lib/testing/account/people';
import { otherFiles } from '@/lib/testing/claim/other-files';
import { onDatabase } from '@/lib/testing/db/databases';
import { issued } from '@/lib/testing/pdf/pages';
import { sealedAt } from '@/lib/testing/pdf/seal';

const { findSender } = vi.hoisted(() => ({ findSender: vi.fn() }));
vi.mock('@/app/api/uploadthing/sender', () => ({ findSender }));
vi.mock('@/lib/web/routes/navigation', () => ({
  getPathname: ({ href }: { href: { query?: object } }) => JSON.stringify(href.query ?? {}),
}));

const { POST } = await import('@/app/api/documents/route');
const origin = 'http://localhost:3000';

let [filer, draft] = [{} as UserActor, ''];

/** Sends a form as a browser without JavaScript does. @returns the query of the page that it leads to */
const send = (bytes: Uint8Array, name: string, type: string, kind = 'claim') =>
  sendAll([new File([new Uint8Array(bytes)], name, { type })], kind);

async function sendAll(files: File[], kind = ''): Promise<object> {
  const form = new FormData();
  for (const [field, value] of Object.entries({ draft, kind, locale: 'en' })) form.set(field, value);
  for (const file of files) form.append('files', file);
  const response = await POST(new Request(`${origin}/api/documents`, { method: 'POST', body: form }));
  expect(response.status).toBe(303);
  return JSON.parse(response.headers.get('location')?.slice(origin.length) ?? '');
}

onDatabase('a document sent by a form without JavaScript', () => {
  beforeEach(async () => {
    filer = await newFiler(new Date());
    draft = (await startDraft(filer, new Date())).reference;
    findSender.mockResolvedValue(filer);
  });

  it.each([
    [
      'claim.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'claim.docx.pdf',
    ],
    ['claim.pdf', 'application/octet-stream', 'claim.pdf'],
    ['claim', '', 'claim.pdf'],
    ['claim.html', 'text/html', 'claim.html.pdf'],
  ])('is taken if it is a PDF, called %s and %j', async (name, type, kept) => {
    const bytes = await claimPdf({ title: 'Claim', pages: 1 });
    expect(await send(bytes, name, type)).toEqual({});
    expect(await listDocuments(filer, draft)).toMatchObject([{ state: 'ready', name: kept }]);
  });

  it.each(otherFiles.filter(([, kind]) => kind !== 'empty'))(
    'is refused if it is %s, whatever it is called: %s',
    async (_, kind, bytes) => {
      expect(await send(bytes, 'claim.pdf', 'application/pdf')).toEqual({});
      const refused = { state: 'refused', name: 'claim.pdf', refusal: kind };
      expect(await listDocuments(filer, draft)).toMatchObject([refused]);
    },
  );

  it('is refused with the court file number of the seal that it bears', async () => {
    await send(await sealedAt(await claimPdf({ title: 'Claim', pages: 1 })), 'claim.pdf', 'application/pdf');
    const refused = { refusal: 'already-sealed', sealNumber: issued.fileNumber };
    expect(await listDocuments(filer, draft)).toMatchObject([refused]);
  });

  it('comes with others, each taken or refused by itself, ten at most', async () => {
    const bytes = await claimPdf({ title: 'Statement of Claim', pages: 1 });
    const [pdf, text] = [new Uint8Array(bytes), new Uint8Array(Buffer.from('text'))];
    const files = [pdf, text, pdf].map((part, at) => new File([part], `${at}.pdf`));
    expect(await sendAll(files)).toEqual({});
    expect(await listDocuments(filer, draft)).toMatchObject([
      { name: '0.pdf', state: 'ready', kind: 'claim' },
      { name: '1.pdf', state: 'refused', refusal: 'not-a-pdf' },
      { name: '2.pdf', state: 'unsorted' },
    ]);
    const more = Array.from({ length: 9 }, (_, at) => new File([pdf], `more ${at}.pdf`));
    expect(await sendAll(more)).toEqual({ refused: 'tooManyFiles', kind: '' });
  });

  it('is refused if it is empty, or none was chosen', async () => {
    const nothing = Buffer.of();
    expect(await send(nothing, 'claim.pdf', 'application/pdf')).toEqual({
      refused: 'fileEmpty',
      kind: 'claim',
    });
    expect(await send(nothing, '', '')).toEqual({ refused: 'chooseFile', kind: 'claim' });
    expect(await listDocuments(filer, draft)).toEqual([]);
  });
});
