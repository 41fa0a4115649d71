import { getLocale, getTranslations } from 'next-intl/server';
import { TextField } from '@/app/ui/form/fields';
import { Select } from '@/app/ui/form/select';
import { findSettings } from '@/lib/data/settings/settings';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';

type Props = { kept: string; en: string; fr: string };

/** The name of a closure: one of those that staff keep, or typed in both languages. */
export async function ClosureNameFields({ kept, en, fr }: Props) {
  const [t, locale] = [await getTranslations('adminCalendar'), await getLocale()];
  const names = (await findSettings('closureName', courtDay(courtNow()))).map(({ setting }) => setting);
  const options = names.filter(({ inUse }) => inUse).map((one) => ({ value: one.id, label: one[locale] }));
  const need = options.length > 0 ? ('optional' as const) : ('required' as const);
  return (
    <>
      {options.length > 0 && (
        <Select
          name={kept}
          need="optional"
          label={t('keptName')}
          hint={t('keptNameHint')}
          placeholder={t('noKeptName')}
          options={options}
        />
      )}
      <TextField name={en} need={need} label={t('nameEn')} />
      <TextField name={fr} need={need} label={t('nameFr')} />
    </>
  );
}
