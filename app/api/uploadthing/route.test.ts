import { AsyncLocalStorage } from 'node:async_hooks';
import { rm } from 'node:fs/promises';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import { MAX_BYTES } from '@/lib/domain/claim/document';

const { dataDir, request, beginUpload, receiveDocument, noteRefusal } = vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
  process.env.DATA_DIR = `/tmp/uploads-${process.pid}-${Math.random().toString(36).slice(2)}`;
  return {
    dataDir: process.env.DATA_DIR,
    request: {} as { actor?: AsyncLocalStorage<Actor> },
    beginUpload: vi.fn(),
    receiveDocument: vi.fn(),
    noteRefusal: vi.fn(),
  };
});

// Reads the session from the request's asynchronous context, as Next does.
vi.mock('@/lib/web/session/session', () => ({
  currentActor: async () => request.actor?.getStore() ?? { kind: 'anonymous' },
}));
vi.mock('@/lib/data/claim/documents/uploads', () => ({ beginUpload }));
vi.mock('@/lib/web/action/refusals', () => ({ noteRefusal }));
vi.mock('@/lib/jobs/issuing/receive-document', () => ({ receiveDocument }));

const { POST } = await import('@/app/api/uploadthing/route');
const { store } = await import('@/lib/storage/store');
const { ingest } = await import('@/lib/storage/embedded/ingest');

const context = new AsyncLocalStorage<Actor>();
request.actor = context;
const origin = 'http://localhost:3000';
const person = (userId: string): UserActor => ({ kind: 'user', userId, role: 'filer', sessionId: userId });
const pdf = { name: 'claim.pdf', size: 5, type: 'application/pdf' };

function ask(
  actor: Actor,
  body: { input?: unknown; files: unknown[] },
  from: string | null = origin,
): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json', ...(from && { origin: from }) });
  const sent = { input: { draft: 'D-1', kind: 'claim' }, ...body };
  const url = `${origin}/api/uploadthing?actionType=upload&slug=claimDocument`;
  return context.run(actor, () =>
    POST(new Request(url, { method: 'POST', headers, body: JSON.stringify(sent) })),
  );
}

async function refusal(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer;
  return [response.status, (await response.json()).message];
}

beforeEach(() => {
  beginUpload.mockReset().mockResolvedValue({ documentId: 'the-document' });
  receiveDocument.mockReset();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('an upload of a document', () => {
  it('is begun by its sender, also when many send at the same time', async () => {
    const people = Array.from({ length: 20 }, (_, n) => person(`user-${n}`));
    await Promise.all(
      people.map((actor) => ask(actor, { input: { draft: actor.userId, kind: 'claim' }, files: [pdf] })),
    );
    expect(beginUpload).toHaveBeenCalledTimes(20);
    for (const [actor, { draft }] of beginUpload.mock.calls) expect(actor.userId).toBe(draft);
  });

  it('arrives under its document’s id, and its name stays here', async () => {
    const [presigned] = await (await ask(person('anne'), { files: [pdf] })).json();
    expect(beginUpload.mock.calls[0]?.[1]).toEqual({
      draft: 'D-1',
      kind: 'claim',
      name: 'claim.pdf',
      size: 5,
    });
    expect(presigned).toMatchObject({ customId: 'the-document', name: 'the-document.pdf' });

    const body = new FormData();
    body.append('file', new Blob(['%PDF-']), 'claim.pdf');
    const put = await ingest(new Request(presigned.url, { method: 'PUT', body }), POST);
    expect(await put.json()).toMatchObject({ serverData: { documentId: 'the-document' } });
    expect(receiveDocument).toHaveBeenCalledWith('the-document', {
      person: 'anne',
      storageKey: presigned.key,
    });
  });
});

it.each([
  ['application/pdf', 'claim.pdf'],
  ['application/octet-stream', 'claim.pdf'],
  ['', 'claim.pdf'],
  ['', 'claim'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'claim.docx'],
  ['text/html', 'claim.html'],
  ['no type at all \u2603', 'claim.pdf'],
])('a file that the browser calls %j and its owner %s is begun: its bytes will tell', async (type, name) => {
  const [presigned] = await (await ask(person('anne'), { files: [{ ...pdf, name, type }] })).json();
  expect(beginUpload).toHaveBeenCalledTimes(1);
  const body = new FormData();
  body.append('file', new Blob(['%PDF-'], { type }), name);
  expect((await ingest(new Request(presigned.url, { method: 'PUT', body }), POST)).status).toBe(200);
  expect(receiveDocument).toHaveBeenCalledTimes(1);
  expect(Buffer.from(await store.read(presigned.key)).toString()).toBe('%PDF-');
});

describe('nothing is begun', () => {
  it.each([
    ['a visitor', () => ask({ kind: 'anonymous' }, { files: [pdf] }), [403, 'uploadSignedOut']],
    [
      'another site',
      () => ask(person('anne'), { files: [pdf] }, 'https://evil.example'),
      [403, 'sentFromElsewhere'],
    ],
    ['no origin', () => ask(person('anne'), { files: [pdf] }, null), [403, 'sentFromElsewhere']],
    ['no file', () => ask(person('anne'), { files: [] }), [400, 'uploadFailed']],
    ['two files', () => ask(person('anne'), { files: [pdf, pdf] }), [400, 'uploadFailed']],
    [
      'no draft',
      () => ask(person('anne'), { input: { kind: 'claim' }, files: [pdf] }),
      [400, 'uploadFailed'],
    ],
  ])('for %s', async (_who, answer, expected) => {
    expect(await refusal(answer())).toEqual(expected);
    expect(beginUpload).not.toHaveBeenCalled();
  });

  it('when the draft is not theirs, or the file is refused', async () => {
    beginUpload.mockRejectedValueOnce(new NotFound('draft'));
    expect(await refusal(ask(person('anne'), { files: [pdf] }))).toEqual([404, 'uploadFailed']);
    expect(noteRefusal).toHaveBeenCalledWith(person('anne'), 'send form', { path: 'D-1', why: 'draft' });
    beginUpload.mockRejectedValueOnce(new Refused('fileTooLarge'));
    expect(await refusal(ask(person('anne'), { files: [pdf] }))).toEqual([400, 'fileTooLarge']);
    const tooLarge = { ...pdf, size: MAX_BYTES + 1 };
    expect(await refusal(ask(person('anne'), { files: [tooLarge] }))).toEqual([400, 'uploadFailed']);
    expect((await ask(person('anne'), { files: [{ ...pdf, size: MAX_BYTES }] })).status).toBe(200);
  });
});

it('waits for who sends very many, and says how long', async () => {
  const eager = person('eager');
  for (let n = 0; n < 600; n += 1) expect((await ask(eager, { files: [] })).status).toBe(400);
  const answer = await ask(eager, { files: [pdf] });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({ message: 'tooManyTries' });
  expect(beginUpload).not.toHaveBeenCalled();
});
