import { download, orNotFound } from '@/app/api/download';
import { getVersion } from '@/lib/data/versions';
import { sealedName } from '@/lib/jobs/names';
import { store } from '@/lib/services/storage/store';
import { currentActor } from '@/lib/web/session';

/** One version of a document, to the filer whose it is and to staff; to anyone else there is none. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/documents/[id]'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(async () => {
    const found = await getVersion(await currentActor(), id);
    const sealed = found.version === 1 && found.fileNumber;
    const name = sealed ? sealedName(sealed, found.kind, found.locale ?? 'en') : found.name;
    return download(name, 'application/pdf', await store.read(found.storageKey));
  });
}
