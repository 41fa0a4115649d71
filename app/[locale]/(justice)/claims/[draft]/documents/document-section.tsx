import { getLocale, getTranslations } from 'next-intl/server';
import { DocumentWarnings } from '@/app/[locale]/(justice)/claims/[draft]/document-warnings';
import {
  DocumentUpload,
  type UploadPage,
} from '@/app/[locale]/(justice)/claims/[draft]/documents/document-upload';
import { RemoveDocument } from '@/app/[locale]/(justice)/claims/[draft]/documents/remove-document';
import { problemOf, uploadMessages } from '@/app/[locale]/(justice)/claims/[draft]/documents/upload-words';
import { PagePreview } from '@/app/[locale]/(justice)/claims/[draft]/page-preview';
import { MendDocument } from '@/app/[locale]/(justice)/mended-copies/mend-document';
import { refusalWords } from '@/app/ui/upload/refusal-words';
import type { DraftDocument } from '@/lib/data/claim/documents/documents';
import { formatSize } from '@/lib/domain/claim/amounts';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { CorrectionKind } from '@/lib/domain/claim/later/correction';

type Props = {
  draft: string;
  /** The page to which a file sent without JavaScript leads back. */
  page: UploadPage;
  asked: { kind: Exclude<DocumentKind, CorrectionKind>; required: boolean };
  /** The documents of the requested kind. */
  documents: readonly DraftDocument[];
  /** Why a file sent without JavaScript was not taken: a key under `errors`, from the address. */
  refused?: string | string[] | undefined;
};

/** The one document of a page: its kind, the uploaded file, and the upload form. */
export async function DocumentSection({ draft, page, asked, documents, refused }: Props) {
  const { kind, required } = asked;
  const [t, kinds, messages, locale] = await Promise.all([
    getTranslations('claim.documents'),
    getTranslations('documentKind'),
    uploadMessages(),
    getLocale(),
  ]);
  const ready = documents.find(({ state }) => state === 'ready');
  const last = documents.at(-1);
  const problem = async () => {
    const told = problemOf(messages, refused);
    if (told) return told;
    if (last?.state === 'uploading') return t('arriving', { name: last.name });
    if (last?.state !== 'refused' || !last.refusal) return undefined;
    return t('refused', { name: last.name, reason: await refusalWords(last.refusal, last.sealNumber) });
  };
  return (
    <section aria-labelledby={`heading-${kind}`} className="mb-8 max-w-text border-t border-line pt-4">
      <h2 id={`heading-${kind}`} className="mt-0! text-2xl!">
        {kinds(kind)}{' '}
        <span className="font-sans text-base font-normal">({t(required ? 'required' : 'optional')})</span>
      </h2>
      {ready && <ReadyDocument draft={draft} document={ready} />}
      {ready && <DocumentWarnings document={ready} />}
      {ready && <MendDocument document={ready} />}
      {ready && <PagePreview document={ready} />}
      <DocumentUpload
        {...{ draft, page, kind, locale, messages, problem: await problem() }}
        hint={t(`hints.${kind}`)}
        words={{
          label: t('chooseFor', { kind: kinds(kind) }),
          choose: t(ready ? 'replace' : 'choose'),
          upload: t('upload'),
          uploading: t('uploading'),
          arrived: t('arrived'),
          cancel: t('cancel'),
        }}
      />
    </section>
  );
}

async function ReadyDocument({ draft, document }: { draft: string; document: DraftDocument }) {
  const [t, review, locale] = await Promise.all([
    getTranslations('claim.documents'),
    getTranslations('claim.review'),
    getLocale(),
  ]);
  const { name, size, pages, versionId } = document;
  const about = review('fileWithPages', { name, size: formatSize(size, locale), pages: pages ?? 0 });
  return (
    <div className="mb-4 flex flex-wrap items-center gap-4 border-l-4 border-success bg-success-light p-3">
      <p className="mb-0! min-w-0 grow wrap-anywhere">
        <strong>{t('uploaded')}</strong> <a href={`/api/documents/${versionId}`}>{about}</a>
      </p>
      <RemoveDocument {...{ draft, document }} />
    </div>
  );
}
