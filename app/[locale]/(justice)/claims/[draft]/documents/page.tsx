import { getTranslations } from 'next-intl/server';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { leaveDocuments } from '@/app/[locale]/(justice)/claims/[draft]/documents/actions';
import { DocumentChecklist } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-checklist';
import { DocumentSection } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-section';
import { StepForm, StepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { fromOf } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { SpaceAlert } from '@/app/[locale]/(justice)/drafts/space-alert';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listDocuments } from '@/lib/data/claim/documents';
import { documentsFor } from '@/lib/domain/claim/document';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';

export const generateMetadata = pageTitle('claim.documents');

export default async function DocumentsPage({ params, searchParams }: StepProps) {
  const [{ draft: reference }, query] = await Promise.all([params, searchParams]);
  const { actor, draft } = await openClaim(reference);
  const [t, documents] = [await getTranslations('claim.documents'), await listDocuments(actor, reference)];
  return (
    <StepPage draft={reference} step="documents" title={t('title')}>
      <p>{t('intro')}</p>
      <DocumentChecklist answers={draft.answers} documents={documents} />
      <SpaceAlert actor={actor} />
      {documentsFor(draft.answers, courtDay(courtNow())).map((asked) => (
        <DocumentSection
          key={asked.kind}
          draft={reference}
          page="documents"
          asked={asked}
          documents={documents.filter(({ kind }) => kind === asked.kind)}
          refused={query.kind === asked.kind ? query.refused : undefined}
        />
      ))}
      <StepForm action={leaveDocuments} draft={reference} step="documents" from={fromOf(query)} />
    </StepPage>
  );
}
