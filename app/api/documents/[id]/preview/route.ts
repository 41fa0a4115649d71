import { download, orNotFound } from '@/app/api/download';
import { NotFound } from '@/lib/data/access/errors';
import { viewVersion } from '@/lib/data/claim/staff-views';
import { systemNow } from '@/lib/services/clock';
import { previewPdf } from '@/lib/services/pdf-sandbox/pdf';
import { store } from '@/lib/storage/store';

/**
 * The first page of a version of a document as a PNG, for its filer and for staff; with a frame at the place of the seal
 * until it is sealed. For anyone else, and where the page cannot be drawn, it does not exist.
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/documents/[id]/preview'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(id, async (actor) => {
    const { storageKey, versionKind, place } = await viewVersion(actor, id, systemNow());
    if (actor.kind !== 'user') throw new NotFound('document');
    const png = await previewPdf(
      await store.read(storageKey),
      versionKind === 'sealed' ? null : place,
      actor.userId,
    );
    return png ? download('page-1.png', 'image/png', png) : new Response(null, { status: 404 });
  });
}
