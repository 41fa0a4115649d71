import { makeZip } from 'client-zip';
import { downloadStream } from '@/app/api/download';
import { askedOf } from '@/app/api/transactions/asked';
import { getVersion } from '@/lib/data/claim/versions';
import { eachFiling } from '@/lib/data/filing/own/own-filings';
import type { UserActor } from '@/lib/domain/access/access';
import type { ListFilter } from '@/lib/domain/filing/list-filter';
import { sealedName } from '@/lib/jobs/issuing/sealed-name';
import { log } from '@/lib/log';
import { store } from '@/lib/storage/store';

/** The sealed documents of the person's own submissions, one after the other, so that one at a time is in memory. */
export async function POST(request: Request): Promise<Response> {
  const asked = await askedOf(request);
  if (asked instanceof Response) return asked;
  return downloadStream('transactions.zip', 'application/zip', makeZip(files(asked.actor, asked.filter)));
}

async function* files(actor: UserActor, filter: ListFilter) {
  for await (const { documents, reference } of eachFiling(actor, {
    ...filter,
    state: 'issued',
  })) {
    const sealed = documents.flatMap(({ versions }) => versions.find(({ kind }) => kind === 'sealed') ?? []);
    for (const { id } of sealed) {
      const { filed, storageKey } = await getVersion(actor, id);
      if (!filed) continue;
      try {
        const input = Buffer.from(await store.read(storageKey));
        yield { name: sealedName(filed), input };
      } catch (error) {
        // Half a file must not pass for all of them: the download breaks off and the browser says so.
        log.error({ err: error, reference }, 'a sealed document could not be put into an archive');
        throw error;
      }
    }
  }
}
