import { getTranslations } from 'next-intl/server';
import { NextDeadlines } from '@/app/[locale]/(justice)/transactions/[reference]/confirmation/next-deadlines';
import { ReceiptFacts } from '@/app/[locale]/(justice)/transactions/[reference]/confirmation/receipt-facts';
import { Statement } from '@/app/[locale]/(justice)/transactions/[reference]/court-file/statement';
import { FilingFacts } from '@/app/[locale]/(justice)/transactions/[reference]/filing-facts';
import { Standing } from '@/app/[locale]/(justice)/transactions/[reference]/standing';
import { Downloads } from '@/app/[locale]/(justice)/transactions/downloads';
import { UnconfirmedContact } from '@/app/[locale]/(justice)/unconfirmed-contact';
import { ButtonLink, ButtonRow } from '@/app/ui/layout/button';
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

/** The page to print after submitting: the number or the reference, the date, and the next duties. */
export default async function ConfirmationPage({
  params,
}: PageProps<'/[locale]/transactions/[reference]/confirmation'>) {
  const { actor } = await requireProfile();
  const { reference } = await params;
  const filing = await orNotFound(viewFiling(actor, reference, systemNow()));
  const receipt = await findReceipt(actor, reference);
  const t = await getTranslations('confirmation');
  return (
    <>
      <h1>{await headingOf(filing)}</h1>
      <p className="mb-0!">{t(filing.fileNumber ? 'fileNumber' : 'reference')}</p>
      <p className="text-2xl font-bold sm:text-4xl">{filing.fileNumber ?? filing.reference}</p>
      <Standing filing={filing} />
      {waitForAddress(filing.mails) && <UnconfirmedContact actor={actor} />}
      <FilingFacts filing={filing} />
      <Statement filing={filing} />
      {receipt && <ReceiptFacts receipt={receipt} copies={await confirmedCopies(actor)} />}
      {filing.state !== 'withdrawn' && (
        <>
          <h2>{t('next')}</h2>
          <NextDeadlines filing={filing} />
        </>
      )}
      <h2>{t('downloads')}</h2>
      <Downloads documents={filing.documents} />
      <p className="print:hidden mt-6">{t('print')}</p>
      <ButtonRow>
        <ButtonLink href={{ pathname: '/transactions/[reference]', params: { reference } }}>
          {t('view')}
        </ButtonLink>
        <ButtonLink href="/account" look="secondary">
          {t('account')}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

async function headingOf({ state, laterKind, claim }: FiledClaim): Promise<string> {
  const [t, kinds] = [await getTranslations('confirmation'), await getTranslations('documentKind')];
  const isDone = state === 'issued';
  if (laterKind) return t(isDone ? 'filed' : 'receivedLater', { kind: kinds(laterKind) });
  return t(`${isDone ? 'issued' : 'received'}.${claim.documentType}`);
}
