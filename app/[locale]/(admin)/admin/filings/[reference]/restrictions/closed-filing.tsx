import { getTranslations } from 'next-intl/server';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { RestrictionNotice } from '@/app/[locale]/(justice)/transactions/restriction-notice';
import { SummaryList } from '@/app/ui/display/summary-list';
import type { ClosedFiling as Closed } from '@/lib/data/filing/restricted/court-file-restrictions';

/** What a clerk sees of a filing in a court file that is sealed or anonymised. */
export async function ClosedFiling({ filing }: { filing: Closed }) {
  const [t, words] = [await getTranslations('adminFiling'), await getTranslations('adminRestrictions')];
  return (
    <>
      <h1>{t('heading', { reference: filing.reference })}</h1>
      <RestrictionNotice restrictions={filing.restrictions} />
      <SummaryList
        rows={[
          { label: t('status'), value: <FilingStatus filing={filing} /> },
          { label: t('fileNumber'), value: filing.fileNumber ?? t('notYet') },
        ]}
      />
      <p>{words('closed')}</p>
    </>
  );
}
