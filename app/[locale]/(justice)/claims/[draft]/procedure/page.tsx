import { getLocale, getTranslations } from 'next-intl/server';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/field-step';
import { RadioGroup } from '@/app/ui/choices';
import { pageTitle } from '@/app/ui/page-title';
import { formatDollars } from '@/lib/domain/amounts';
import { courtDay } from '@/lib/domain/calendar';
import { simplifiedLimit } from '@/lib/domain/cautions';
import { PROCEDURES } from '@/lib/domain/claim';
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
