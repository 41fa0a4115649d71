import { create } from 'content-disposition';
import { NotFound } from '@/lib/data/access/errors';
import type { Actor } from '@/lib/domain/access/access';
import { noteRefusal } from '@/lib/web/action/refusals';
import { currentActor } from '@/lib/web/session/session';

/**
 * For old programs, a name without accents is sent beside the real one, with a line in the place of each other
 * letter.
 */
const disposition = (name: string) =>
  create(name, {
    fallback: name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\x20-\x7e]/gu, '_'),
  });

/** A file for one person to save. None of our pages shows it, and no cache stores it. */
export function download(name: string, type: string, body: Uint8Array | string): Response {
  return respond(name, type, typeof body === 'string' ? body : Buffer.from(body));
}

/** The same for a file that is sent while it is made. */
export function downloadStream(name: string, type: string, body: ReadableStream): Response {
  return respond(name, type, body);
}

/** Text as a stream that is made no faster than it is taken. */
export function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

function respond(name: string, type: string, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': disposition(name),
      'content-security-policy': `sandbox; default-src 'none'`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/**
 * Answers 404 for a file that the person may not see, as for one that does not exist. If the person is signed
 * in, the audit log records it.
 * @param id the requested reference or id
 */
export async function orNotFound(id: string, answer: (actor: Actor) => Promise<Response>): Promise<Response> {
  const actor = await currentActor();
  try {
    return await answer(actor);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    await noteRefusal(actor, 'open file', { path: id, why: error.what });
    return new Response(null, { status: 404 });
  }
}
