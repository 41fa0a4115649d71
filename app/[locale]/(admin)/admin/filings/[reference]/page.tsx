import { getTranslations } from 'next-intl/server';
import { Correcting } from '@/app/[locale]/(admin)/admin/filings/[reference]/corrections/correcting';
import { Assigned } from '@/app/[locale]/(admin)/admin/filings/[reference]/desk/assigned';
import { Docket } from '@/app/[locale]/(admin)/admin/filings/[reference]/desk/docket';
import { Findings } from '@/app/[locale]/(admin)/admin/filings/[reference]/desk/findings';
import { Notes } from '@/app/[locale]/(admin)/admin/filings/[reference]/desk/notes';
import { Recorded } from '@/app/[locale]/(admin)/admin/filings/[reference]/desk/recorded';
import { Resending } from '@/app/[locale]/(admin)/admin/filings/[reference]/desk/resending';
import { Timeline } from '@/app/[locale]/(admin)/admin/filings/[reference]/desk/timeline';
import { Facts } from '@/app/[locale]/(admin)/admin/filings/[reference]/facts';
import { Holding } from '@/app/[locale]/(admin)/admin/filings/[reference]/holding';
import { Late } from '@/app/[locale]/(admin)/admin/filings/[reference]/late';
import { Mails } from '@/app/[locale]/(admin)/admin/filings/[reference]/mails';
import { OnHold } from '@/app/[locale]/(admin)/admin/filings/[reference]/on-hold';
import { OnPaper } from '@/app/[locale]/(admin)/admin/filings/[reference]/on-paper';
import { Redating } from '@/app/[locale]/(admin)/admin/filings/[reference]/redating';
import { ClosedFiling } from '@/app/[locale]/(admin)/admin/filings/[reference]/restrictions/closed-filing';
import { Restrictions } from '@/app/[locale]/(admin)/admin/filings/[reference]/restrictions/restrictions';
import { Substitutes } from '@/app/[locale]/(admin)/admin/filings/[reference]/substitutes';
import { WaitingChanges } from '@/app/[locale]/(admin)/admin/filings/[reference]/waiting-changes';
import { Withdrawing } from '@/app/[locale]/(admin)/admin/filings/[reference]/withdrawing';
import { ContactSummary } from '@/app/[locale]/(justice)/contact-summary';
import { ClaimSummary } from '@/app/[locale]/(justice)/transactions/[reference]/claim-summary';
import { CorrectionFacts } from '@/app/[locale]/(justice)/transactions/[reference]/court-file/correction-facts';
import { Statement } from '@/app/[locale]/(justice)/transactions/[reference]/court-file/statement';
import { Downloads } from '@/app/[locale]/(justice)/transactions/downloads';
import { RestrictionNotice } from '@/app/[locale]/(justice)/transactions/restriction-notice';
import { Beside } from '@/app/ui/layout/beside';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getCourtFile } from '@/lib/data/claim/later/court-file';
import { viewFilingRecord } from '@/lib/data/filing/filing-record';
import { findClosedFiling } from '@/lib/data/filing/restricted/court-file-restrictions';
import { can, type UserActor } from '@/lib/domain/access/access';
import { isCorrection } from '@/lib/domain/claim/later/correction';
import { isLate } from '@/lib/domain/filing/filing';
import { courtNow, systemNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminFiling');

/** All data about one filing. */
export default async function FilingPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/filings/[reference]'>) {
  const actor = await requireStaff();
  const [{ reference }, { refused }] = [await params, await searchParams];
  const closed = await orNotFound(findClosedFiling(actor, reference, systemNow()));
  if (closed) return <ClosedFiling filing={closed} />;
  const filing = await orNotFound(viewFilingRecord(actor, reference, systemNow()));
  const file = filing.fileNumber ? await getCourtFile(actor, filing.fileNumber) : null;
  const t = await getTranslations('adminFiling');
  const mayBeCorrected = filing.state === 'issued' && !isCorrection(filing.laterKind);
  return (
    <>
      <h1>{t('heading', { reference })}</h1>
      <RestrictionNotice restrictions={filing.restrictions} />
      {isLate(filing, courtNow()) && <Late reference={reference} />}
      {filing.state === 'held' && <OnHold actor={actor} filing={filing} refused={refused} />}
      <WaitingChanges actor={actor} reference={reference} />
      <OnPaper actor={actor} filing={filing} />
      <Beside aside={<Acts actor={actor} filing={filing} />}>
        <Facts filing={filing} />
        <h2>{t('documents')}</h2>
        <Downloads filing={filing} every />
        <Findings actor={actor} filing={filing} />
        <Substitutes actor={actor} filing={filing} />
        <Statement filing={filing} />
        <CorrectionFacts filing={filing} />
        {mayBeCorrected && can(actor, 'correct-filings') && (
          <Correcting actor={actor} filing={filing} refused={refused} />
        )}
        {file && <Docket file={file} shown={reference} />}
        <Recorded actor={actor} filing={filing} />
        <h2>{t('claim')}</h2>
        <ClaimSummary filing={filing} />
        <h2>{t('contact')}</h2>
        <p>{t('contactWords')}</p>
        <ContactSummary contact={filing.contact} />
        <h2>{t('mails')}</h2>
        <Mails mails={filing.mails} />
        <Resending filing={filing} />
        <Timeline actor={actor} filing={filing} />
      </Beside>
    </>
  );
}

type ActsProps = { actor: UserActor; filing: Awaited<ReturnType<typeof viewFilingRecord>> };

/** Who has the filing, what colleagues wrote about it, and what may be done with it. */
function Acts({ actor, filing }: ActsProps) {
  const isOpener = filing.state === 'issued' && !filing.laterKind;
  const isOpenFiling = filing.state === 'received' || filing.state === 'held';
  return (
    <>
      <Assigned actor={actor} filing={filing} />
      <Notes actor={actor} reference={filing.reference} />
      {isOpenFiling && <Holding key={filing.state} actor={actor} filing={filing} />}
      {isOpenFiling && can(actor, 'redate-filings') && (
        <Redating reference={filing.reference} issueOn={filing.issueOn} />
      )}
      {isOpenFiling && can(actor, 'withdraw-filings') && <Withdrawing reference={filing.reference} />}
      {isOpener && filing.fileNumber && can(actor, 'read-restricted') && (
        <Restrictions actor={actor} reference={filing.reference} fileNumber={filing.fileNumber} />
      )}
    </>
  );
}
