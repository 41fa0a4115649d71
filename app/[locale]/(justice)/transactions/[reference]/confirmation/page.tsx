import { getTranslations } from 'next-intl/server';
import { BesideOutcome } from '@/app/[locale]/(justice)/transactions/[reference]/confirmation/beside-outcome';
import { NextDeadlines } from '@/app/[locale]/(justice)/transactions/[reference]/confirmation/next-deadlines';
import { Outcome } from '@/app/[locale]/(justice)/transactions/[reference]/confirmation/outcome';
import { ReceiptFacts } from '@/app/[locale]/(justice)/transactions/[reference]/confirmation/receipt-facts';
import { Serving } from '@/app/[locale]/(justice)/transactions/[reference]/confirmation/serving';
import { Statement } from '@/app/[locale]/(justice)/transactions/[reference]/court-file/statement';
import { courtLinesToday } from '@/app/[locale]/(justice)/transactions/court-today';
import { Downloads } from '@/app/[locale]/(justice)/transactions/downloads';
import { RestrictionNotice } from '@/app/[locale]/(justice)/transactions/restriction-notice';
import { UnconfirmedContact } from '@/app/[locale]/(justice)/unconfirmed-contact';
import { SummaryList } from '@/app/ui/display/summary-list';
import { Beside } from '@/app/ui/layout/beside';
import { ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { confirmedCopies } from '@/lib/data/account/copies/copy-emails';
import { findReceipt } from '@/lib/data/claim/receipts';
import { viewFiling } from '@/lib/data/claim/staff-views';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { waitForAddress } from '@/lib/domain/filing/mail-standing';
import { systemNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('confirmation');

/** The page to print after submitting: the number or the reference, the date, the sealed claim, and the next duties. */
export default async function ConfirmationPage({
  params,
}: PageProps<'/[locale]/transactions/[reference]/confirmation'>) {
  const { actor } = await requireProfile();
  const { reference } = await params;
  const filing = await orNotFound(viewFiling(actor, reference, systemNow()));
  const [receipt, copies] = [await findReceipt(actor, reference), await confirmedCopies(actor)];
  const t = await getTranslations('confirmation');
  return (
    <Beside aside={<BesideOutcome filing={filing} copies={copies} />}>
      <RestrictionNotice restrictions={filing.restrictions} />
      <Outcome filing={filing} />
      {waitForAddress(filing.mails) && <UnconfirmedContact actor={actor} />}
      {filing.state !== 'withdrawn' && (
        <>
          <h2>{t('next')}</h2>
          <NextDeadlines filing={filing} />
          {filing.state === 'issued' && !filing.laterKind && <Serving />}
        </>
      )}
      <Facts filing={filing} />
      <Statement filing={filing} />
      <h2>{t('downloads')}</h2>
      <Downloads filing={filing} />
      {receipt && <ReceiptFacts receipt={receipt} copies={copies} />}
      <p className="mt-6 print:hidden">{t('print')}</p>
      <ButtonRow>
        <ButtonLink href={{ pathname: '/transactions/[reference]', params: { reference } }}>
          {t('view')}
        </ButtonLink>
        <ButtonLink href="/account" look="secondary">
          {t('account')}
        </ButtonLink>
      </ButtonRow>
    </Beside>
  );
}

/** What the panel above and the receipt below do not say. */
async function Facts({ filing }: { filing: FiledClaim }) {
  const [t, words] = [await getTranslations('confirmation'), await getTranslations('transaction')];
  const rows = [
    { label: words('proceeding'), value: filing.title },
    { label: words('court'), value: await courtLinesToday(filing.court.id) },
  ];
  return (
    <>
      <h2>{t(filing.laterKind ? 'laterFacts' : 'facts')}</h2>
      <SummaryList rows={rows} />
    </>
  );
}
