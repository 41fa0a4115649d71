import { getTranslations } from 'next-intl/server';
import { proposeName } from '@/app/[locale]/(admin)/admin/calendar/names/actions';
import { offeredOptions } from '@/app/[locale]/(admin)/admin/settings/catalogue';
import { ReasonAndSend, Since } from '@/app/[locale]/(admin)/admin/settings/proposing';
import { RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import type { SettingOf } from '@/lib/domain/settings/setting';

/** The form that proposes a version of a name for closures, or another name. */
export async function NameForm({ name }: { name?: SettingOf<'closureName'> }) {
  const t = await getTranslations('adminClosureNames');
  const initial = name && {
    ...{ nameCode: name.id, keptNameEn: name.en, keptNameFr: name.fr },
    nameOffered: name.inUse ? 'yes' : 'no',
  };
  return (
    <PageForm action={proposeName} initial={initial ?? { nameOffered: 'yes' }}>
      {name ? (
        <input type="hidden" name="nameCode" value={name.id} />
      ) : (
        <TextField name="nameCode" label={t('code')} hint={t('codeHint')} width="medium" />
      )}
      <TextField name="keptNameEn" label={t('en')} />
      <TextField name="keptNameFr" label={t('fr')} />
      <RadioGroup name="nameOffered" label={t('offered')} options={await offeredOptions()} />
      <Since name="nameFrom" />
      <ReasonAndSend name="keptNameReason" />
    </PageForm>
  );
}
