import { getTranslations } from 'next-intl/server';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import type { StepProps } from '@/app/[locale]/(justice)/claims/[draft]/field-step';
import { Certification, CHANGES } from '@/app/[locale]/(justice)/claims/[draft]/review/certification';
import { MissingParts } from '@/app/[locale]/(justice)/claims/[draft]/review/missing-parts';
import {
  AnswersSummary,
  ContactSummary,
  DocumentsSummary,
  PartiesSummary,
} from '@/app/[locale]/(justice)/claims/[draft]/review/summary';
import { StepPage } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { pageTitle } from '@/app/ui/page-title';
import { listCourts } from '@/lib/data/courts';
import { listDocuments } from '@/lib/data/documents';
import { courtDay } from '@/lib/domain/calendar';
import { contentHash } from '@/lib/domain/content';
import { documentsFor } from '@/lib/domain/document';
import { courtNow } from '@/lib/services/clock';

export const generateMetadata = pageTitle('claim.review');

export default async function ReviewPage({ params, searchParams }: StepProps) {
  const [{ draft }, query] = await Promise.all([params, searchParams]);
  const claim = await openClaim(draft);
  const { answers } = claim.draft;
  const { contact } = claim.profile;
  const [t, courts, documents] = await Promise.all([
    getTranslations('claim.review'),
    listCourts(),
    listDocuments(claim.actor, draft),
  ]);
  const on = courtDay(courtNow());
  const court = courts.find(({ id }) => id === answers.court?.court);
  const ready = documents.filter(({ state }) => state === 'ready');
  return (
    <StepPage draft={draft} step="review" title={t('title')}>
      <p>{t('intro')}</p>
      <MissingParts {...{ draft, answers, court, on }} uploaded={ready.map(({ kind }) => kind)} />
      <AnswersSummary {...{ draft, answers, court }} />
      <PartiesSummary {...{ draft, answers }} step="plaintiffs" />
      <PartiesSummary {...{ draft, answers }} step="defendants" />
      <DocumentsSummary draft={draft} asked={documentsFor(answers, on)} ready={ready} />
      <ContactSummary contact={contact} />
      <Certification
        draft={draft}
        email={contact.email}
        court={court}
        seen={contentHash({ answers, contact, documentIds: ready.map(({ id }) => id) })}
        changed={CHANGES.find((change) => change === query.changed)}
      />
    </StepPage>
  );
}
