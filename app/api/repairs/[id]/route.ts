import { download, orNotFound } from '@/app/api/download';
import { viewRepair } from '@/lib/data/staff-views';
import { systemNow } from '@/lib/services/clock';
import { store } from '@/lib/services/storage/store';

/** A copy that was offered, to the filer whose it is and to staff; to anyone else there is none. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/repairs/[id]'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(id, async (actor) => {
    const { name, storageKey } = await viewRepair(actor, id, systemNow());
    return download(name, 'application/pdf', await store.read(storageKey));
  });
}
