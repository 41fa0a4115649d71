import { download, orNotFound } from '@/app/api/download';
import { viewSubstitute } from '@/lib/data/claim/staff-views';
import { systemNow } from '@/lib/services/clock';
import { store } from '@/lib/storage/store';

/** An offered copy, for its filer and for staff. For anyone else it does not exist. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/substitutes/[id]'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(id, async (actor) => {
    const { name, storageKey } = await viewSubstitute(actor, id, systemNow());
    return download(name, 'application/pdf', await store.read(storageKey));
  });
}
