import { download, orNotFound } from '@/app/api/download';
import { NotFound } from '@/lib/data/access/errors';
import { viewVersion } from '@/lib/data/claim/staff-views';
import { systemNow } from '@/lib/services/clock';
import { previewPdf } from '@/lib/services/pdf-sandbox/pdf';
import { store } from '@/lib/storage/store';

/** The page that is asked for by its number from 1; null without one, which asks for the first page with its frame. */
function pageAsked(request: Request): number | null {
  const asked = new URL(request.url).searchParams.get('page');
  if (asked === null) return null;
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw new NotFound('page');
  return Number(asked);
}

/**
 * A page of a version of a document as a PNG, for its filer and for staff: by `?page=` from 1, or else the first, with a
 * frame at the place of the seal until it is sealed. For anyone else, and where the page cannot be drawn, it does not
 * exist.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/documents/[id]/preview'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(id, async (actor) => {
    const page = pageAsked(request);
    const { storageKey, versionKind, place } = await viewVersion(actor, id, systemNow());
    if (actor.kind !== 'user') throw new NotFound('document');
    const isFramed = page === null && versionKind !== 'sealed';
    const shown = { place: isFramed ? place : null, page: page ?? 1 };
    const png = await previewPdf(await store.read(storageKey), shown, actor.userId);
    return png ? download(`page-${shown.page}.png`, 'image/png', png) : new Response(null, { status: 404 });
  });
}
