import { getTranslations } from 'next-intl/server';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { leaveDocuments } from '@/app/[locale]/(justice)/claims/[draft]/documents/actions';
import { DocumentSection } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-section';
import type { StepProps } from '@/app/[locale]/(justice)/claims/[draft]/field-step';
import { StepForm } from '@/app/[locale]/(justice)/claims/[draft]/step-form';
import { StepPage } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { fromOf } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { pageTitle } from '@/app/ui/page-title';
import { listDocuments } from '@/lib/data/documents';
import { courtDay } from '@/lib/domain/calendar';
import { documentsFor } from '@/lib/domain/document';
import { courtNow } from '@/lib/services/clock';

export const generateMetadata = pageTitle('claim.documents');

export default async function DocumentsPage({ params, searchParams }: StepProps) {
  const [{ draft: reference }, query] = await Promise.all([params, searchParams]);
  const { actor, draft } = await openClaim(reference);
  const [t, documents] = [await getTranslations('claim.documents'), await listDocuments(actor, reference)];
  return (
    <StepPage draft={reference} step="documents" title={t('title')}>
      <p>{t('intro')}</p>
      {documentsFor(draft.answers, courtDay(courtNow())).map((asked) => (
        <DocumentSection
          key={asked.kind}
          draft={reference}
          asked={asked}
          documents={documents.filter(({ kind }) => kind === asked.kind)}
          refused={query.kind === asked.kind ? query.refused : undefined}
        />
      ))}
      <StepForm action={leaveDocuments} draft={reference} step="documents" from={fromOf(query)} />
    </StepPage>
  );
}
