import { getTranslations } from 'next-intl/server';
import { ContactSummary } from '@/app/[locale]/(justice)/contact-summary';
import { copy } from '@/app/[locale]/(justice)/transactions/[reference]/actions';
import { Bounced } from '@/app/[locale]/(justice)/transactions/[reference]/bounced';
import { ClaimSummary } from '@/app/[locale]/(justice)/transactions/[reference]/claim-summary';
import { NextDeadlines } from '@/app/[locale]/(justice)/transactions/[reference]/confirmation/next-deadlines';
import { CorrectionFacts } from '@/app/[locale]/(justice)/transactions/[reference]/court-file/correction-facts';
import {
  CourtFileDocuments,
  FileNext,
} from '@/app/[locale]/(justice)/transactions/[reference]/court-file/court-file';
import { Statement } from '@/app/[locale]/(justice)/transactions/[reference]/court-file/statement';
import { FilingFacts } from '@/app/[locale]/(justice)/transactions/[reference]/filing-facts';
import { Held } from '@/app/[locale]/(justice)/transactions/[reference]/held';
import { MailList } from '@/app/[locale]/(justice)/transactions/[reference]/mail-list';
import { Standing } from '@/app/[locale]/(justice)/transactions/[reference]/standing';
import { Withdrawal } from '@/app/[locale]/(justice)/transactions/[reference]/withdrawal';
import { Downloads } from '@/app/[locale]/(justice)/transactions/downloads';
import { RestrictionNotice } from '@/app/[locale]/(justice)/transactions/restriction-notice';
import { UnconfirmedContact } from '@/app/[locale]/(justice)/unconfirmed-contact';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getCourtFile } from '@/lib/data/claim/later/court-file';
import { viewFiling } from '@/lib/data/claim/staff-views';
import { isCorrection } from '@/lib/domain/claim/later/correction';
import { waitForAddress } from '@/lib/domain/filing/mail-standing';
import { systemNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { Link } from '@/lib/web/routes/link';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('transaction');

/** One submission in full. */
export default async function TransactionPage({
  params,
  searchParams,
}: PageProps<'/[locale]/transactions/[reference]'>) {
  const { actor } = await requireProfile();
  const [{ reference }, { refused, again }] = [await params, await searchParams];
  const filing = await orNotFound(viewFiling(actor, reference, systemNow()));
  const file = filing.fileNumber ? await getCourtFile(actor, filing.fileNumber) : null;
  const isOpener = filing.state === 'issued' && !filing.laterKind;
  // The court filed it: its filer can neither withdraw nor replace it.
  const isCourts = isCorrection(filing.laterKind);
  const [t, deadlines] = [await getTranslations('transaction'), await getTranslations('deadline')];
  return (
    <>
      <h1>
        {t.rich('heading', {
          reference,
          whole: (words) => <span className="whitespace-nowrap">{words}</span>,
        })}
      </h1>
      <RestrictionNotice restrictions={filing.restrictions} />
      <Standing filing={filing} />
      {waitForAddress(filing.mails) && <UnconfirmedContact actor={actor} />}
      <Bounced mails={filing.mails} isSentAgain={again === 'sent'} />
      {filing.state === 'held' && !isCourts && <Held actor={actor} filing={filing} refused={refused} />}
      <FilingFacts filing={filing} />
      {isOpener && (
        <>
          <h2>{deadlines('heading')}</h2>
          <NextDeadlines filing={filing} file={file} />
        </>
      )}
      <Statement filing={filing} />
      <CorrectionFacts filing={filing} />
      <h2>{t('documents')}</h2>
      <Downloads filing={filing} every />
      {file && <CourtFileDocuments file={file} />}
      {file && isOpener && filing.isOwn && <FileNext filing={filing} file={file} />}
      {!filing.laterKind && (
        <>
          <h2>{t('claim')}</h2>
          <ClaimSummary filing={filing} />
        </>
      )}
      <h2>{t('contact')}</h2>
      <p>{t('contactWords')}</p>
      <ContactSummary contact={filing.contact} />
      <h2>{t('mails')}</h2>
      <MailList mails={filing.mails} />
      {(filing.state === 'received' || filing.state === 'held') && !isCourts && (
        <Withdrawal filing={filing} />
      )}
      {filing.isOwn && !filing.laterKind && (
        <section className="print:hidden">
          <h2>{t('copyHeading')}</h2>
          <p>{t('copyWords')}</p>
          <PageForm action={copy}>
            <input type="hidden" name="reference" value={reference} />
            <Button look="secondary">{t('copy')}</Button>
          </PageForm>
        </section>
      )}
      <p className="mt-8 print:hidden">
        <Link href={{ pathname: '/transactions/[reference]/confirmation', params: { reference } }}>
          {t('confirmation')}
        </Link>
      </p>
    </>
  );
}
