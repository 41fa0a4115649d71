import { download, orNotFound } from '@/app/api/download';
import { viewVersion } from '@/lib/data/staff-views';
import { sealedName } from '@/lib/jobs/names';
import { systemNow } from '@/lib/services/clock';
import { store } from '@/lib/services/storage/store';

/** One version of a document, to the filer whose it is and to staff; to anyone else there is none. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/documents/[id]'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(id, async (actor) => {
    const found = await viewVersion(actor, id, systemNow());
    const sealed = found.version === 1 && found.fileNumber;
    const name = sealed ? sealedName(sealed, found.kind, found.locale ?? 'en') : found.name;
    return download(name, 'application/pdf', await store.read(found.storageKey));
  });
}
