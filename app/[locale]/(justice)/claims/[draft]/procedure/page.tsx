import { getLocale, getTranslations } from 'next-intl/server';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { RadioGroup } from '@/app/ui/form/choices';
import { pageTitle } from '@/app/ui/layout/page-title';
import { formatDollars } from '@/lib/domain/claim/amounts';
import { simplifiedLimit } from '@/lib/domain/claim/cautions';
import { PROCEDURES } from '@/lib/domain/claim/claim';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';

export const generateMetadata = pageTitle('claim.procedure');

export default async function ProcedurePage(props: StepProps) {
  const [t, locale] = await Promise.all([getTranslations('claim.procedure'), getLocale()]);
  const limit = formatDollars(simplifiedLimit(courtDay(courtNow())), locale);
  return (
    <FieldStepPage step="procedure" {...props}>
      <RadioGroup
        name="procedure"
        label={t('procedure')}
        options={PROCEDURES.map((value) => ({
          value,
          label: t(`procedures.${value}`),
          hint: t(`hints.${value}`, { limit }),
        }))}
      />
      <RadioGroup
        name="classProceeding"
        label={t('classProceeding')}
        hint={t('classHint')}
        options={[
          { value: 'no', label: t('classes.no') },
          { value: 'yes', label: t('classes.yes') },
        ]}
      />
    </FieldStepPage>
  );
}
