import { NotFound } from '@/lib/data/errors';
import { getVersion } from '@/lib/data/versions';
import { sealedName } from '@/lib/jobs/names';
import { store } from '@/lib/services/storage/store';
import { currentActor } from '@/lib/web/session';

/** RFC 6266: a plain name for old programs, the real one in UTF-8. */
function disposition(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`;
}

/** One version of a document, to the filer whose it is and to staff; to anyone else there is none. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/documents/[id]'>,
): Promise<Response> {
  const { id } = await params;
  try {
    const found = await getVersion(await currentActor(), id);
    const sealed = found.version > 0 && found.fileNumber;
    const name = sealed ? sealedName(sealed, found.kind, found.locale ?? 'en') : found.name;
    const bytes = await store.read(found.storageKey);
    return new Response(Buffer.from(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': disposition(name),
        'content-security-policy': `sandbox; default-src 'none'`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
}
