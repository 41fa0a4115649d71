import { getLocale, getTranslations } from 'next-intl/server';
import { DocumentWarnings } from '@/app/[locale]/(justice)/claims/[draft]/document-warnings';
import { DocumentUpload } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-upload';
import { RemoveDocument } from '@/app/[locale]/(justice)/claims/[draft]/documents/remove-document';
import { uploadMessages } from '@/app/[locale]/(justice)/claims/[draft]/documents/upload-words';
import { PagePreview } from '@/app/[locale]/(justice)/claims/[draft]/page-preview';
import { MendDocument } from '@/app/[locale]/(justice)/mended-copies/mend-document';
import { refusalWords } from '@/app/ui/upload/refusal-words';
import type { DraftDocument } from '@/lib/data/claim/documents/documents';
import { formatSize } from '@/lib/domain/claim/amounts';

type Props = { draft: string; document: DraftDocument };

const looks = {
  ready: 'border-success bg-success-light',
  unsorted: 'border-warning bg-warning-light',
  refused: 'border-alert bg-alert-light',
  uploading: 'border-line bg-quiet',
  removed: '',
};

/** One file of a draft: what became of it, what to look at, and how to replace or remove it. */
export function DocumentLine({ draft, document }: Props) {
  return (
    <li className="mb-6">
      <div className={`mb-4 border-l-4 p-3 ${looks[document.state]}`}>
        <p className="wrap-anywhere">
          <Result document={document} />
        </p>
        <div className="flex flex-wrap items-start gap-4">
          <Replace {...{ draft, document }} />
          <RemoveDocument {...{ draft, document }} />
        </div>
      </div>
      {document.versionId && <DocumentWarnings document={document} />}
      {document.versionId && <MendDocument document={document} />}
      <PagePreview document={document} />
    </li>
  );
}

/** The state of a file in words. */
async function Result({ document }: { document: DraftDocument }) {
  const [t, kinds, review, locale] = await Promise.all([
    getTranslations('claim.documents'),
    getTranslations('documentKind'),
    getTranslations('claim.review'),
    getLocale(),
  ]);
  const { name, state, size, pages, kind, versionId, refusal, sealNumber } = document;
  if (state === 'uploading') return t('arriving', { name });
  if (refusal) return t('refused', { name, reason: await refusalWords(refusal, sealNumber) });
  const about = review('fileWithPages', { name, size: formatSize(size, locale), pages: pages ?? 0 });
  return (
    <>
      <strong>{t('uploaded')}</strong> <a href={`/api/documents/${versionId}`}>{about}</a>
      <br />
      {kind ? kinds(kind) : t('unsorted')}
    </>
  );
}

/** Chooses another file in the place of this one. */
async function Replace({ draft, document }: Props) {
  const [t, messages, locale] = await Promise.all([
    getTranslations('claim.documents'),
    uploadMessages(),
    getLocale(),
  ]);
  return (
    <DocumentUpload
      {...{ draft, page: 'documents', locale, messages }}
      kind={document.kind ?? ''}
      replaces={document.id}
      words={{
        label: t('replaceOf', { name: document.name }),
        choose: t('replace'),
        upload: t('replace'),
        uploading: t('uploading'),
        arrived: t('arrived'),
        cancel: t('cancel'),
      }}
    />
  );
}
