import { getTranslations } from 'next-intl/server';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { leaveDocuments } from '@/app/[locale]/(justice)/claims/[draft]/documents/actions';
import { AddFiles } from '@/app/[locale]/(justice)/claims/[draft]/documents/add-files';
import { AskedDocuments } from '@/app/[locale]/(justice)/claims/[draft]/documents/asked-documents';
import { DocumentKinds } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-kinds';
import { DocumentLine } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-line';
import { StepForm, StepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { fromOf } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { SpaceAlert } from '@/app/[locale]/(justice)/drafts/space-alert';
import { pageTitle } from '@/app/ui/layout/page-title';
import { isAccepted, listDocuments } from '@/lib/data/claim/documents/documents';
import { documentsFor } from '@/lib/domain/claim/document';
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
      <AddFiles draft={reference} page="documents" documents={documents} refused={query.refused} />
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
