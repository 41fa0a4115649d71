import { rm } from 'node:fs/promises';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { MustWait, NotFound, Refused } from '@/lib/data/access/errors';
import { MAX_BYTES } from '@/lib/domain/claim/document';

const { dataDir, findSender, receiveSubstitute, setSeal } = vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
  process.env.DATA_DIR = `/tmp/substitutes-${process.pid}-${Math.random().toString(36).slice(2)}`;
  return { dataDir: process.env.DATA_DIR, findSender: vi.fn(), receiveSubstitute: vi.fn(), setSeal: vi.fn() };
});

vi.mock('@/app/api/uploadthing/sender', () => ({ findSender }));
vi.mock('@/lib/jobs/issuing/receive-substitute', () => ({ receiveSubstitute }));
vi.mock('@/lib/web/cookies/cookies', () => ({ refusedSealCookie: { set: setSeal } }));
vi.mock('@/lib/web/routes/navigation', () => ({
  getPathname: ({ href, locale }: { href: { pathname: string; query?: object }; locale: string }) =>
    [locale, href.pathname, JSON.stringify(href.query ?? {})].join(' '),
}));

const { POST } = await import('@/app/api/substitutes/route');

const filer = { kind: 'user', userId: 'u', role: 'filer', sessionId: 's' };
const origin = 'http://localhost:3000';
afterAll(() => rm(dataDir, { recursive: true, force: true }));
beforeEach(() => {
  findSender.mockResolvedValue(filer);
  receiveSubstitute.mockReset().mockResolvedValue(undefined);
});

type Form = { kind?: string; reference?: string; at?: string; bytes?: Uint8Array<ArrayBuffer> };

async function send({ kind = 'replacement', reference = 'R-1', at, bytes }: Form) {
  const form = new FormData();
  form.set('reference', reference);
  form.set('document', 'd');
  form.set('kind', kind);
  form.set('locale', 'fr');
  if (at) form.set('at', at);
  form.set('file', new File(bytes ? [bytes] : [], bytes ? 'copy.pdf' : ''));
  const response = await POST(new Request(`${origin}/api/substitutes`, { method: 'POST', body: form }));
  return { status: response.status, to: response.headers.get('location') };
}
const page = (query: object) => `${origin}fr /transactions/[reference] ${JSON.stringify(query)}`;
const bytes = Buffer.from('%PDF-1.7');

it('hands the file over and leads back to the page of the filing, in its language', async () => {
  expect(await send({ bytes })).toEqual({ status: 303, to: page({}) });
  const offer = { reference: 'R-1', documentId: 'd', kind: 'replacement', promised: '', name: 'copy.pdf' };
  expect(receiveSubstitute).toHaveBeenCalledWith(filer, offer, bytes, expect.anything());
});

it('leads back to staff’s page of the filing from the counter', async () => {
  const to = `${origin}fr /admin/filings/[reference] ${JSON.stringify({ refused: 'chooseFile' })}`;
  expect((await send({ at: 'counter' })).to).toBe(to);
});

it.each([
  ['no file', {}, 'chooseFile'],
  ['an empty file', { bytes: Buffer.alloc(0) }, 'fileEmpty'],
  ['more than the court takes', { bytes: Buffer.alloc(MAX_BYTES + 1) }, 'fileTooLarge'],
  ['no word of what it is', { bytes, kind: 'other' }, 'chooseSubstituteKind'],
])('takes no %s', async (_, form, refused) => {
  expect(await send(form)).toEqual({ status: 303, to: page({ refused }) });
  expect(receiveSubstitute).not.toHaveBeenCalled();
});

it('says why a copy was not taken, and nothing of a filing that is not theirs', async () => {
  receiveSubstitute.mockResolvedValueOnce({ code: 'no-room' });
  expect((await send({ bytes })).to).toBe(page({ refused: 'no-room' }));
  receiveSubstitute.mockRejectedValueOnce(new Refused('notOnHold'));
  expect((await send({ bytes })).to).toBe(page({ refused: 'notOnHold' }));
  receiveSubstitute.mockRejectedValueOnce(new Error('storage is away'));
  expect((await send({ bytes })).to).toBe(page({ refused: 'uploadFailed' }));
  receiveSubstitute.mockRejectedValueOnce(new NotFound('filing'));
  expect((await send({ bytes })).to).toBe(page({}));
});

it('keeps the number of a seal out of the address, and a number of before away from another file', async () => {
  for (const sealNumber of ['CV-26-00000001-0000', undefined]) {
    receiveSubstitute.mockResolvedValueOnce({ code: 'already-sealed', sealNumber });
    expect((await send({ bytes })).to).toBe(page({ refused: 'already-sealed' }));
    expect(setSeal).toHaveBeenLastCalledWith({ reference: 'R-1', number: sealNumber ?? null });
  }
});

it('takes nothing from elsewhere, from someone signed out, or too often', async () => {
  findSender.mockResolvedValueOnce('sentFromElsewhere');
  expect(await send({ bytes })).toEqual({ status: 403, to: null });
  findSender.mockResolvedValueOnce('uploadSignedOut');
  expect((await send({ bytes })).to).toContain('/sign-in');
  findSender.mockResolvedValueOnce(new MustWait(90));
  expect(await send({ bytes })).toEqual({ status: 429, to: null });
  expect(receiveSubstitute).not.toHaveBeenCalled();
});
