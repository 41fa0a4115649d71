import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { courtPlace } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import type { Need } from '@/app/ui/form/labelled';
import { Select } from '@/app/ui/form/select';
import { type Court, REGIONS } from '@/lib/domain/court/court';

type Props = { courts: readonly Court[]; hint?: ReactNode; name?: string; label?: string; need?: Need };

/** The court offices given, by region. */
export async function CourtSelect({ courts, hint, name = 'court', label, need }: Props) {
  const [t, regions, locale] = await Promise.all([
    getTranslations('claim.court'),
    getTranslations('region'),
    getLocale(),
  ]);
  const options = REGIONS.map((region) => ({
    label: regions(region),
    options: courts
      .filter((court) => court.region === region)
      .map((court) => ({ value: court.id, label: courtPlace(t, court, locale) })),
  }));
  return (
    <Select
      name={name}
      label={label ?? t('court')}
      hint={hint}
      {...(need && { need })}
      placeholder={t('choose')}
      options={options.filter((region) => region.options.length > 0)}
    />
  );
}
