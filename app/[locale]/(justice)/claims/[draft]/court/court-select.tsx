import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { courtPlace } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import { Select } from '@/app/ui/form/select';
import { type Court, REGIONS } from '@/lib/domain/court/court';

/** The court offices given, by region. */
export async function CourtSelect({ courts, hint }: { courts: readonly Court[]; hint: ReactNode }) {
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
      name="court"
      label={t('court')}
      hint={hint}
      placeholder={t('choose')}
      options={options.filter((region) => region.options.length > 0)}
    />
  );
}
