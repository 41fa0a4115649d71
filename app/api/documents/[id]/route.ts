import { download, orNotFound } from '@/app/api/download';
import { viewVersion } from '@/lib/data/claim/staff-views';
import { sealedName } from '@/lib/jobs/issuing/sealed-name';
import { systemNow } from '@/lib/services/clock';
import { store } from '@/lib/storage/store';

/** One version of a document, for its filer and for staff. For anyone else it does not exist. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/documents/[id]'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(id, async (actor) => {
    const found = await viewVersion(actor, id, systemNow());
    const { versionKind, filed } = found;
    const name = versionKind === 'sealed' && filed ? sealedName(filed) : found.name;
    return download(name, 'application/pdf', await store.read(found.storageKey));
  });
}
