import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { Select } from '@/app/ui/form/select';
import { SERVICE_METHODS } from '@/lib/domain/claim/later/later';

/** For each defendant: whether this document proves service, on which day and how. */
export async function ServiceFields({ names }: { names: readonly string[] }) {
  const [t, methods] = [await getTranslations('later'), await getTranslations('serviceMethod')];
  const options = SERVICE_METHODS.map((value) => ({ value, label: methods(value) }));
  return (
    <>
      <h2>{t('service')}</h2>
      <p>{t('serviceWords')}</p>
      {[...names.entries()].map(([at, name]) => (
        <fieldset key={at} className="mb-6 max-w-text border-l-4 border-line pl-4">
          <legend className="sr-only">{name}</legend>
          <Checkbox name={`served-${at}`} label={t('served', { name })} />
          <TextField
            name={`servedOn-${at}`}
            need="unmarked"
            label={t('servedOn', { name })}
            hint={t('dayHint')}
            width="short"
          />
          <Select
            name={`method-${at}`}
            need="unmarked"
            label={t('method', { name })}
            placeholder={t('choose')}
            options={options}
          />
        </fieldset>
      ))}
    </>
  );
}
