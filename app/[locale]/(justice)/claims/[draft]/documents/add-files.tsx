import { getLocale, getTranslations } from 'next-intl/server';
import { DocumentLine } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-line';
import { FilesUpload } from '@/app/[locale]/(justice)/claims/[draft]/documents/files-upload';
import { problemOf, uploadMessages } from '@/app/[locale]/(justice)/claims/[draft]/documents/upload-words';
import { type DraftDocument, isAccepted } from '@/lib/data/claim/documents/documents';
import { MOST_FILES } from '@/lib/domain/claim/document';

type Props = {
  draft: string;
  page: 'start' | 'documents';
  documents: readonly DraftDocument[];
  refused?: string | string[] | undefined;
};

/** The place to add files, with a line for each that has not arrived. */
export async function AddFiles({ draft, page, documents, refused }: Props) {
  const [t, messages, locale] = await Promise.all([
    getTranslations('claim.documents'),
    uploadMessages(),
    getLocale(),
  ]);
  const unfinished = documents.filter(({ state }) => state === 'uploading');
  return (
    <FilesUpload
      isClaimAlone={page === 'start' && !documents.some(isAccepted)}
      {...{ draft, page, locale, messages, problem: problemOf(messages, refused) }}
      hint={t('addHint', { most: MOST_FILES })}
      unfinished={unfinished.map((document) => ({
        id: document.id,
        name: document.name,
        line: <DocumentLine key={document.id} draft={draft} document={document} />,
      }))}
      words={{
        label: t('addFiles'),
        choose: t('addFiles'),
        drop: t('drop'),
        upload: t('upload'),
        cancel: t('cancel'),
        waiting: t('waiting'),
        sending: t('sending'),
      }}
    />
  );
}
