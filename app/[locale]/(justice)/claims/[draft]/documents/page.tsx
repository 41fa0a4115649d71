import { getLocale, getTranslations } from 'next-intl/server';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { leaveDocuments } from '@/app/[locale]/(justice)/claims/[draft]/documents/actions';
import { AskedDocuments } from '@/app/[locale]/(justice)/claims/[draft]/documents/asked-documents';
import { DocumentKinds } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-kinds';
import { DocumentLine } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-line';
import { FilesUpload } from '@/app/[locale]/(justice)/claims/[draft]/documents/files-upload';
import { problemOf, uploadMessages } from '@/app/[locale]/(justice)/claims/[draft]/documents/upload-words';
import { StepForm, StepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { fromOf } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { SpaceAlert } from '@/app/[locale]/(justice)/drafts/space-alert';
import { pageTitle } from '@/app/ui/layout/page-title';
import { type DraftDocument, isAccepted, listDocuments } from '@/lib/data/claim/documents';
import { documentsFor, MOST_FILES } from '@/lib/domain/claim/document';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';

export const generateMetadata = pageTitle('claim.documents');

export default async function DocumentsPage({ params, searchParams }: StepProps) {
  const [{ draft: reference }, query] = await Promise.all([params, searchParams]);
  const { actor, draft } = await openClaim(reference);
  const [t, documents] = [await getTranslations('claim.documents'), await listDocuments(actor, reference)];
  const asked = documentsFor(draft.answers, courtDay(courtNow()));
  const arrived = documents.filter(({ state }) => state !== 'uploading');
  const accepted = documents.filter(isAccepted);
  return (
    <StepPage draft={reference} step="documents" title={t('title')}>
      <p className="max-w-text">{t('intro')}</p>
      <SpaceAlert actor={actor} />
      <AskedDocuments answers={draft.answers} asked={asked} documents={documents} />
      <h2 className="text-2xl!">{t('filesHeading')}</h2>
      <AddFiles draft={reference} documents={documents} refused={query.refused} />
      <ul className="max-w-text">
        {arrived.map((document) => (
          <DocumentLine key={document.id} draft={reference} document={document} />
        ))}
      </ul>
      <StepForm action={leaveDocuments} draft={reference} step="documents" from={fromOf(query)}>
        <DocumentKinds asked={asked} documents={accepted} />
      </StepForm>
    </StepPage>
  );
}

type Adding = {
  draft: string;
  documents: readonly DraftDocument[];
  refused?: string | string[] | undefined;
};

/** The place to add files, with a line for each that has not arrived. */
async function AddFiles({ draft, documents, refused }: Adding) {
  const [t, messages, locale] = await Promise.all([
    getTranslations('claim.documents'),
    uploadMessages(),
    getLocale(),
  ]);
  const unfinished = documents.filter(({ state }) => state === 'uploading');
  return (
    <FilesUpload
      {...{ draft, locale, messages, problem: problemOf(messages, refused) }}
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
