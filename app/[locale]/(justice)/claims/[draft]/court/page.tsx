import { getLocale, getTranslations } from 'next-intl/server';
import { CourtNotice } from '@/app/[locale]/(justice)/claims/[draft]/court/court-notice';
import { courtNotices, courtPlace } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { Select } from '@/app/ui/form/select';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listCourts } from '@/lib/data/court/courts';
import { courtDay } from '@/lib/domain/court/calendar';
import { acceptsOn, REGIONS } from '@/lib/domain/court/court';
import { courtNow } from '@/lib/services/clock';

export const generateMetadata = pageTitle('claim.court');

export default async function CourtPage(props: StepProps) {
  const [t, regions, locale, all] = await Promise.all([
    getTranslations('claim.court'),
    getTranslations('region'),
    getLocale(),
    listCourts(),
  ]);
  const courts = all.filter((court) => acceptsOn(court, courtDay(courtNow())));
  const options = REGIONS.map((region) => ({
    label: regions(region),
    options: courts
      .filter((court) => court.region === region)
      .map((court) => ({ value: court.id, label: courtPlace(t, court, locale) })),
  }));
  return (
    <FieldStepPage step="court" {...props}>
      <Select
        name="court"
        label={t('court')}
        hint={t('hint')}
        placeholder={t('choose')}
        options={options.filter((region) => region.options.length > 0)}
      />
      <CourtNotice
        notices={Object.fromEntries(courts.map((court) => [court.id, courtNotices(t, court, locale)]))}
      />
    </FieldStepPage>
  );
}
