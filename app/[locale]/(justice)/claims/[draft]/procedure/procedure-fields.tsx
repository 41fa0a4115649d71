import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RadioGroup } from '@/app/ui/form/choices';
import { formatDollars } from '@/lib/domain/claim/amounts';
import { PROCEDURES } from '@/lib/domain/claim/claim';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { shownLimits } from '@/lib/web/live/court-facts';

export async function ProcedureFields({ hint, classHint }: { hint?: ReactNode; classHint?: ReactNode }) {
  const [t, locale] = await Promise.all([getTranslations('claim.procedure'), getLocale()]);
  const { simplified } = await shownLimits(courtDay(courtNow()));
  const limit = formatDollars(simplified, locale);
  return (
    <>
      <RadioGroup
        name="procedure"
        label={t('procedure')}
        hint={hint}
        options={PROCEDURES.map((value) => ({
          value,
          label: t(`procedures.${value}`),
          hint: t(`hints.${value}`, { limit }),
        }))}
      />
      <RadioGroup
        name="classProceeding"
        label={t('classProceeding')}
        hint={classHint ?? t('classHint')}
        options={[
          { value: 'no', label: t('classes.no') },
          { value: 'yes', label: t('classes.yes') },
        ]}
      />
    </>
  );
}
