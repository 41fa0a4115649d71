import { getLocale, getTranslations } from 'next-intl/server';
import type { FiledDocument } from '@/lib/data/filing/filings';
import { formatSize } from '@/lib/domain/claim/amounts';

type Version = FiledDocument['versions'][number];

/** The documents that accompany a claim bear the court's stamp, not its seal. */
export function stageOf(document: FiledDocument, { kind }: Version) {
  if (kind === 'uploaded') return 'uploaded';
  if (kind !== 'sealed') return 'substitute';
  return document.kind === 'claim' ? 'sealed' : 'filed';
}

async function Download({ document, version }: { document: FiledDocument; version: Version }) {
  const [t, kind] = [await getTranslations('downloads'), await getTranslations('documentKind')];
  const size = formatSize(version.size, await getLocale());
  return (
    <a
      href={`/api/documents/${version.id}`}
      className="inline-flex min-h-11 items-center text-link underline sm:min-h-0"
    >
      {kind(document.kind)} ({t(stageOf(document, version))}, PDF, {size})
    </a>
  );
}

/** Links to the documents of a filing: the newest version of each, or every one. */
export function Downloads({ documents, every = false }: { documents: FiledDocument[]; every?: boolean }) {
  return (
    <ul className="mb-0!">
      {documents.flatMap((document) =>
        document.versions
          .toReversed()
          .slice(0, every ? undefined : 1)
          .map((version) => (
            <li key={version.id}>
              <Download document={document} version={version} />
            </li>
          )),
      )}
    </ul>
  );
}
