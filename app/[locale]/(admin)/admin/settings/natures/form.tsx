import { getTranslations } from 'next-intl/server';
import { offeredOptions } from '@/app/[locale]/(admin)/admin/settings/catalogue';
import { proposeNature } from '@/app/[locale]/(admin)/admin/settings/natures/actions';
import { ReasonAndSend, Since } from '@/app/[locale]/(admin)/admin/settings/proposing';
import { RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Select } from '@/app/ui/form/select';
import type { Nature } from '@/lib/data/settings/natures';
import { isKnownNature, NATURES } from '@/lib/domain/settings/nature';

/** The form that proposes a version of a nature, or another nature. One that the code knows counts as itself. */
export async function NatureForm({ nature }: { nature?: Nature }) {
  const [t, natures] = [await getTranslations('adminNatures'), await getTranslations('nature')];
  const initial = nature && {
    ...{ natureCode: nature.id, natureEn: nature.en, natureFr: nature.fr, countsAs: nature.countsAs },
    natureOffered: nature.inUse ? 'yes' : 'no',
  };
  return (
    <PageForm action={proposeNature} initial={initial ?? { natureOffered: 'yes' }}>
      {nature ? (
        <input type="hidden" name="natureCode" value={nature.id} />
      ) : (
        <TextField name="natureCode" label={t('code')} hint={t('codeHint')} width="medium" />
      )}
      <TextField name="natureEn" label={t('en')} width="full" />
      <TextField name="natureFr" label={t('fr')} width="full" />
      {nature && isKnownNature(nature.id) ? (
        <input type="hidden" name="countsAs" value={nature.id} />
      ) : (
        <Select
          name="countsAs"
          label={t('countsAs')}
          hint={t('countsAsHint')}
          placeholder={t('choose')}
          options={NATURES.map((value) => ({ value, label: natures(value) }))}
          width="full"
        />
      )}
      <RadioGroup name="natureOffered" label={t('offered')} options={await offeredOptions()} />
      <Since name="natureFrom" />
      <ReasonAndSend name="natureReason" />
    </PageForm>
  );
}
