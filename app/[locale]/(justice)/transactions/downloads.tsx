import { Download as DownloadIcon } from 'lucide';
import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/app/ui/display/line-icon';
import type { FiledClaim, FiledDocument } from '@/lib/data/filing/filings';
import { formatSize } from '@/lib/domain/claim/amounts';
import { numbered, placesOfKinds } from '@/lib/domain/claim/document';
import { isCorrection } from '@/lib/domain/claim/later/correction';

type Version = FiledDocument['versions'][number];
type Filed = { documents: FiledDocument[]; documentType: FiledClaim['documentType'] };

/** The documents that accompany a claim bear the court's stamp, not its seal. */
function stageOf(document: FiledDocument, { kind }: Version) {
  if (kind === 'uploaded' || kind === 'mended') return kind;
  if (kind !== 'sealed') return 'substitute';
  if (isCorrection(document.kind)) return 'corrected';
  return document.kind === 'claim' ? 'sealed' : 'filed';
}

/** Says what a document is, by the name of its form, and what the court has put on it. */
export async function documentNames() {
  const [t, kinds, names] = [
    await getTranslations('downloads'),
    await getTranslations('documentKind'),
    await getTranslations('documentName'),
  ];
  return (document: FiledDocument, version: Version, { documents, documentType }: Filed): string => {
    const what = document.kind === 'claim' ? names(documentType) : kinds(document.kind);
    const nth = placesOfKinds(documents.map(({ kind }) => kind))[documents.indexOf(document)];
    return `${numbered(what, nth)} (${t(stageOf(document, version))})`;
  };
}

/** Links to the documents of a filing: the newest version of each, or every one. */
export async function Downloads({ filing, every = false }: { filing: Filed; every?: boolean }) {
  const [locale, nameOf] = [await getLocale(), await documentNames()];
  const lines = filing.documents.flatMap((document) =>
    document.versions
      .toReversed()
      .slice(0, every ? undefined : 1)
      .map((version) => ({
        id: version.id,
        words: nameOf(document, version, filing),
        size: formatSize(version.size, locale),
      })),
  );
  return (
    <ul className="mb-0!">
      {lines.map(({ id, words, size }) => (
        <li key={id}>
          <a
            href={`/api/documents/${id}`}
            className="inline-flex min-h-11 items-center gap-2 text-link underline sm:min-h-0"
          >
            <Icon of={DownloadIcon} size={18} className="shrink-0" />
            {words}, PDF, {size}
          </a>
        </li>
      ))}
    </ul>
  );
}
