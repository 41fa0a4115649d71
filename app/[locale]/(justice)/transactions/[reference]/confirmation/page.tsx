import { getTranslations } from 'next-intl/server';
import { NextDuties } from '@/app/[locale]/(justice)/transactions/[reference]/confirmation/next-duties';
import { ReceiptFacts } from '@/app/[locale]/(justice)/transactions/[reference]/confirmation/receipt-facts';
import { FilingFacts } from '@/app/[locale]/(justice)/transactions/[reference]/filing-facts';
import { Standing } from '@/app/[locale]/(justice)/transactions/[reference]/standing';
import { Downloads } from '@/app/[locale]/(justice)/transactions/downloads';
import { ButtonLink, ButtonRow } from '@/app/ui/button';
import { pageTitle } from '@/app/ui/page-title';
import { findReceipt } from '@/lib/data/receipts';
import { viewFiling } from '@/lib/data/staff-views';
import { systemNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireProfile } from '@/lib/web/profile';

export const generateMetadata = pageTitle('confirmation');

/** What stands on paper after submitting: the number or the reference, the date, and what is to be done next. */
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
      <h1>{t(filing.state === 'issued' ? 'issued' : 'received')}</h1>
      <p className="mb-0!">{t(filing.fileNumber ? 'fileNumber' : 'reference')}</p>
      <p className="text-2xl font-bold sm:text-4xl">{filing.fileNumber ?? filing.reference}</p>
      <Standing filing={filing} />
      <FilingFacts filing={filing} />
      {receipt && <ReceiptFacts receipt={receipt} />}
      {filing.state !== 'withdrawn' && (
        <>
          <h2>{t('next')}</h2>
          <NextDuties filing={filing} />
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
