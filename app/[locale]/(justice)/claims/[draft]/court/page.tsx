import { getLocale, getTranslations } from 'next-intl/server';
import { CourtNotice } from '@/app/[locale]/(justice)/claims/[draft]/court/court-notice';
import { CourtSelect } from '@/app/[locale]/(justice)/claims/[draft]/court/court-select';
import { courtNotices } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { pageTitle } from '@/app/ui/layout/page-title';
import { courtDay } from '@/lib/domain/court/calendar';
import { acceptsOn } from '@/lib/domain/court/court';
import { courtNow } from '@/lib/services/clock';
import { courtOffices } from '@/lib/web/live/court-facts';

export const generateMetadata = pageTitle('claim.court');

export default async function CourtPage(props: StepProps) {
  const [t, locale, all] = await Promise.all([getTranslations('claim.court'), getLocale(), courtOffices()]);
  const courts = all.filter((court) => acceptsOn(court, courtDay(courtNow())));
  return (
    <FieldStepPage step="court" {...props}>
      <CourtSelect courts={courts} hint={t('hint')} />
      <CourtNotice
        notices={Object.fromEntries(courts.map((court) => [court.id, courtNotices(t, court, locale)]))}
      />
    </FieldStepPage>
  );
}
