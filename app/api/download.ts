import { NotFound } from '@/lib/data/errors';
import type { Actor } from '@/lib/domain/access';
import { noteRefusal } from '@/lib/web/refusals';
import { currentActor } from '@/lib/web/session';

/** RFC 6266: a plain name for old programs, the real one in UTF-8. */
function disposition(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`;
}

/** A file for one person to keep: never shown within our pages, never kept by a cache. */
export function download(name: string, type: string, body: Uint8Array | string): Response {
  return new Response(typeof body === 'string' ? body : Buffer.from(body), {
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
 * 404 for what the person may not see, as for what is not there; for someone who is signed in the audit log keeps it.
 * @param id the reference or id asked for
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
