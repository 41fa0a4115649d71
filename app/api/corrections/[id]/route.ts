import { download, orNotFound } from '@/app/api/download';
import { viewCorrection } from '@/lib/data/claim/staff-views';
import { systemNow } from '@/lib/services/clock';
import { store } from '@/lib/storage/store';

/** A new version of an issued document before it is filed, for registrars. For anyone else it does not exist. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/corrections/[id]'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(id, async (actor) => {
    const { name, storageKey } = await viewCorrection(actor, id, systemNow());
    return download(name, 'application/pdf', await store.read(storageKey));
  });
}
