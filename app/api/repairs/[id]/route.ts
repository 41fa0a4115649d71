import { download, orNotFound } from '@/app/api/download';
import { getRepair } from '@/lib/data/repairs';
import { store } from '@/lib/services/storage/store';
import { currentActor } from '@/lib/web/session';

/** A copy that was offered, to the filer whose it is and to staff; to anyone else there is none. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/repairs/[id]'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(async () => {
    const { name, storageKey } = await getRepair(await currentActor(), id);
    return download(name, 'application/pdf', await store.read(storageKey));
  });
}
