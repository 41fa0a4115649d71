import { createHash } from 'node:crypto';
import { beforeEach, expect, it, vi } from 'vitest';
import { writeSealMark } from '@/lib/domain/register/verification';
import { MAX_CHECKED_BYTES } from '@/lib/domain/register/verification-query';
import { otherFiles } from '@/lib/testing/claim/other-files';

const { setQuery, visitorKeys } = vi.hoisted(() => ({ setQuery: vi.fn(), visitorKeys: vi.fn() }));
vi.mock('@/lib/web/cookies/cookies', () => ({ verificationQueryCookie: { set: setQuery } }));
vi.mock('@/lib/web/session/visitor', () => ({ visitorKeys }));
// Only Next's own server can load the real module, and this test needs nothing but its addresses.
vi.mock('@/lib/web/routes/navigation', () => ({
  getPathname: ({ locale }: { locale: string }) => (locale === 'fr' ? '/fr/verifier' : '/en/verify'),
}));

const { POST } = await import('@/app/api/verify/route');

const origin = 'http://localhost:3000';
const boundary = 'the-boundary';
const mark = { fileNumber: 'CV-26-00000001-0000', code: '0123456789ABCDEF' };

let visitors = 0;
beforeEach(() => {
  visitors += 1;
  setQuery.mockReset();
  visitorKeys.mockReset().mockResolvedValue([`192.0.2.${visitors}`]);
});

/** A form with one file, as a browser sends it, in pieces of the given length. */
function sent(
  file: Uint8Array,
  piece: number,
  { name = 'a.pdf', type = 'application/pdf' } = {},
): ReadableStream<Uint8Array> {
  const about = `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}`;
  const head = `--${boundary}\r\n${about}\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + piece)));
      at += piece;
    },
  });
}

function post(body: ReadableStream<Uint8Array> | string, { from = origin, locale = 'en' } = {}) {
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, origin: from };
  const init = { method: 'POST', headers, body, duplex: 'half' };
  return POST(new Request(`${origin}/api/verify?locale=${locale}`, init));
}

const location = async (answer: Promise<Response>) => {
  const response = await answer;
  expect(response.status).toBe(303);
  return response.headers.get('location')?.slice(origin.length);
};

it.each([1, 7, 65_536])(
  'hashes the file and reads its mark as it arrives, %d bytes at a time',
  async (piece) => {
    const file = Buffer.from(`%PDF-1.7\n${'x'.repeat(300)}\n${writeSealMark(mark)}%%EOF\n`);
    expect(await location(post(sent(file, piece), { locale: 'fr' }))).toBe('/fr/verifier?result=1#result');
    const sha256 = createHash('sha256').update(file).digest('hex');
    expect(setQuery).toHaveBeenCalledExactlyOnceWith({ sha256, ...mark, at: expect.any(Number) });
  },
);

it('says why it takes nothing: no file, too large, broken off, not a form', async () => {
  expect(await location(post(sent(Buffer.alloc(0), 100, { name: '' })))).toBe(
    '/en/verify?refused=chooseFile',
  );
  const large = Buffer.alloc(MAX_CHECKED_BYTES + 1);
  expect(await location(post(sent(large, 1 << 20)))).toBe('/en/verify?refused=checkedFileTooLarge');
  expect(await location(post(`--${boundary}\r\nContent-Disp`))).toBe('/en/verify?refused=uploadFailed');
  expect(await location(post('no form at all', { locale: 'xx' }))).toBe('/en/verify?refused=uploadFailed');
  expect(setQuery).not.toHaveBeenCalled();
});

it('takes a file of the largest size', async () => {
  const largest = Buffer.alloc(MAX_CHECKED_BYTES, '%PDF-1.7\n');
  expect(await location(post(sent(largest, 1 << 20)))).toBe('/en/verify?result=1#result');
});

it.each(otherFiles)(
  'does not check %s whatever it calls itself, and says what it is: %s',
  async (_, kind, file) => {
    expect(await location(post(sent(file, 100)))).toBe(`/en/verify?refused=${kind}`);
    expect(setQuery).not.toHaveBeenCalled();
  },
);

it('checks a PDF whatever it calls itself, and one whose beginning was changed if it bears a mark', async () => {
  const named = { name: 'claim.docx', type: 'application/octet-stream' };
  expect(await location(post(sent(Buffer.from('%PDF-1.7'), 3, named)))).toBe('/en/verify?result=1#result');
  const changed = Buffer.from(`%XDF-1.7\n${writeSealMark(mark)}`);
  expect(await location(post(sent(changed, 3)))).toBe('/en/verify?result=1#result');
});

it('takes nothing that another site sends', async () => {
  const response = await post(sent(Buffer.from('%PDF-1.7'), 100), { from: 'https://elsewhere.example' });
  expect(response.status).toBe(403);
  expect(setQuery).not.toHaveBeenCalled();
});

it('makes whoever asks very often wait', async () => {
  for (let times = 0; times < 30; times += 1) await post(sent(Buffer.from('%PDF-1.7'), 100));
  const refused = await post(sent(Buffer.from('%PDF-1.7'), 100));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(setQuery).toHaveBeenCalledTimes(30);
});
