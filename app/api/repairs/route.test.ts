import { rm } from 'node:fs/promises';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { MustWait, NotFound, Refused } from '@/lib/data/errors';
import { MAX_BYTES } from '@/lib/domain/document';

const { dataDir, findSender, receiveRepair } = vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
  process.env.DATA_DIR = `/tmp/repairs-${process.pid}-${Math.random().toString(36).slice(2)}`;
  return { dataDir: process.env.DATA_DIR, findSender: vi.fn(), receiveRepair: vi.fn() };
});

vi.mock('@/app/api/uploadthing/sender', () => ({
  findSender,
  isSomeone: (sender: unknown) => sender === filer,
}));
vi.mock('@/lib/jobs/repair', () => ({ receiveRepair }));
vi.mock('@/lib/web/navigation', () => ({
  getPathname: ({ href, locale }: { href: { pathname: string; query?: object }; locale: string }) =>
    [locale, href.pathname, JSON.stringify(href.query ?? {})].join(' '),
}));

const { POST } = await import('@/app/api/repairs/route');

const filer = { kind: 'user', userId: 'u', role: 'filer', sessionId: 's' };
const origin = 'http://localhost:3000';
afterAll(() => rm(dataDir, { recursive: true, force: true }));
beforeEach(() => {
  findSender.mockResolvedValue(filer);
  receiveRepair.mockReset().mockResolvedValue(undefined);
});

type Form = { kind?: string; reference?: string; bytes?: Uint8Array<ArrayBuffer> };

async function send({ kind = 'replacement', reference = 'R-1', bytes }: Form) {
  const form = new FormData();
  form.set('reference', reference);
  form.set('document', 'd');
  form.set('kind', kind);
  form.set('locale', 'fr');
  form.set('file', new File(bytes ? [bytes] : [], bytes ? 'copy.pdf' : ''));
  const response = await POST(new Request(`${origin}/api/repairs`, { method: 'POST', body: form }));
  return { status: response.status, to: response.headers.get('location') };
}
const page = (query: object) => `${origin}fr /transactions/[reference] ${JSON.stringify(query)}`;
const bytes = Buffer.from('%PDF-1.7');

it('hands the file over and leads back to the page of the filing, in its language', async () => {
  expect(await send({ bytes })).toEqual({ status: 303, to: page({}) });
  const offer = { reference: 'R-1', documentId: 'd', kind: 'replacement', promised: '', name: 'copy.pdf' };
  expect(receiveRepair).toHaveBeenCalledWith(filer, offer, bytes, expect.anything());
});

it.each([
  ['no file', {}, 'chooseFile'],
  ['an empty file', { bytes: Buffer.alloc(0) }, 'fileEmpty'],
  ['more than the court takes', { bytes: Buffer.alloc(MAX_BYTES + 1) }, 'fileTooLarge'],
  ['no word of what it is', { bytes, kind: 'other' }, 'chooseRepairKind'],
])('takes no %s', async (_, form, refused) => {
  expect(await send(form)).toEqual({ status: 303, to: page({ refused }) });
  expect(receiveRepair).not.toHaveBeenCalled();
});

it('says why a copy was not taken, and nothing of a filing that is not theirs', async () => {
  receiveRepair.mockResolvedValueOnce('no-room');
  expect((await send({ bytes })).to).toBe(page({ refused: 'no-room' }));
  receiveRepair.mockRejectedValueOnce(new Refused('notOnHold'));
  expect((await send({ bytes })).to).toBe(page({ refused: 'notOnHold' }));
  receiveRepair.mockRejectedValueOnce(new Error('storage is away'));
  expect((await send({ bytes })).to).toBe(page({ refused: 'uploadFailed' }));
  receiveRepair.mockRejectedValueOnce(new NotFound('filing'));
  expect((await send({ bytes })).to).toBe(page({}));
});

it('takes nothing from elsewhere, from someone signed out, or too often', async () => {
  findSender.mockResolvedValueOnce('sentFromElsewhere');
  expect(await send({ bytes })).toEqual({ status: 403, to: null });
  findSender.mockResolvedValueOnce('uploadSignedOut');
  expect((await send({ bytes })).to).toContain('/sign-in');
  findSender.mockResolvedValueOnce(new MustWait(90));
  expect(await send({ bytes })).toEqual({ status: 429, to: null });
  expect(receiveRepair).not.toHaveBeenCalled();
});
