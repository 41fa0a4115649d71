import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { readyClaim } from '@/app/[locale]/(justice)/claims/[draft]/check/claim-reading';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { DocumentWarnings } from '@/app/[locale]/(justice)/claims/[draft]/document-warnings';
import { PagePreview } from '@/app/[locale]/(justice)/claims/[draft]/page-preview';
import { Certification, CHANGES } from '@/app/[locale]/(justice)/claims/[draft]/review/certification';
import { Differences } from '@/app/[locale]/(justice)/claims/[draft]/review/differences';
import { MissingParts } from '@/app/[locale]/(justice)/claims/[draft]/review/missing-parts';
import {
  AnswersSummary,
  ContactSummary,
  DocumentsSummary,
  PartiesSummary,
} from '@/app/[locale]/(justice)/claims/[draft]/review/summary';
import { UnsortedFiles } from '@/app/[locale]/(justice)/claims/[draft]/review/unsorted-files';
import { SavedAt } from '@/app/[locale]/(justice)/claims/[draft]/saving/saved-at';
import { StepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { UnconfirmedContact } from '@/app/[locale]/(justice)/unconfirmed-contact';
import { pageTitle } from '@/app/ui/layout/page-title';
import { confirmedCopies } from '@/lib/data/account/copies/copy-emails';
import { isReady, listDocuments } from '@/lib/data/claim/documents/documents';
import { certifiedContentHash } from '@/lib/domain/claim/certified-content';
import { documentsFor } from '@/lib/domain/claim/document';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { courtOffices } from '@/lib/web/live/court-facts';

export const generateMetadata = pageTitle('claim.review');

export default async function ReviewPage({ params, searchParams }: StepProps) {
  const [{ draft }, query] = await Promise.all([params, searchParams]);
  const claim = await openClaim(draft);
  const { answers, paper } = claim.draft;
  const { contact } = claim.profile;
  const [t, courts, documents] = await Promise.all([
    getTranslations('claim.review'),
    courtOffices(),
    listDocuments(claim.actor, draft),
  ]);
  const on = courtDay(courtNow());
  const court = courts.find(({ id }) => id === answers.court?.court);
  const ready = documents.filter(isReady);
  return (
    <StepPage draft={draft} step="review" title={t('title')}>
      <p>{t('intro')}</p>
      <SavedAt draft={claim.draft} />
      <MissingParts {...{ draft, answers, on }} uploaded={ready.map(({ kind }) => kind)} />
      <UnsortedFiles draft={draft} documents={documents} />
      <Differences draft={draft} answers={answers} reading={readyClaim(documents)?.reading ?? null} />
      <AnswersSummary {...{ draft, answers, court }} />
      <PartiesSummary {...{ draft, answers }} step="plaintiffs" />
      <PartiesSummary {...{ draft, answers }} step="defendants" />
      <DocumentsSummary draft={draft} asked={documentsFor(answers, on)} ready={ready} />
      {ready.map((document) => (
        <Fragment key={document.id}>
          <DocumentWarnings document={document} />
          <PagePreview document={document} />
        </Fragment>
      ))}
      <ContactSummary
        contact={contact}
        copies={paper ? [] : await confirmedCopies(claim.actor)}
        change={paper ? { pathname: '/admin/paper', query: { draft } } : '/contact-information'}
      />
      {!paper && <UnconfirmedContact actor={claim.actor} />}
      <Certification
        draft={draft}
        email={contact.email}
        court={court}
        seen={certifiedContentHash({ answers, contact, documents: ready })}
        paper={paper}
        changed={CHANGES.find((change) => change === query.changed)}
      />
    </StepPage>
  );
}
