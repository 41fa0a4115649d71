import { getLocale, getTranslations } from 'next-intl/server';
import { Select } from '@/app/ui/form/select';
import { findSettings } from '@/lib/data/settings/settings';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';

/** Chooses one of the names that staff keep for closures; nothing where they keep none. */
export async function KeptNames({ name }: { name: string }) {
  const [t, locale] = [await getTranslations('adminCalendar'), await getLocale()];
  const kept = (await findSettings('closureName', courtDay(courtNow()))).map(({ setting }) => setting);
  const options = kept.filter(({ inUse }) => inUse).map((one) => ({ value: one.id, label: one[locale] }));
  if (options.length === 0) return null;
  return (
    <Select
      name={name}
      need="optional"
      label={t('keptName')}
      hint={t('keptNameHint')}
      placeholder={t('noKeptName')}
      options={options}
    />
  );
}
