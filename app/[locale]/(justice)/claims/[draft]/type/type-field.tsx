import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { DOCUMENT_TYPES } from '@/lib/domain/claim/claim';

export async function TypeField({ hint }: { hint?: ReactNode }) {
  const [t, types] = await Promise.all([getTranslations('claim.type'), getTranslations('documentType')]);
  return (
    <>
      <RadioGroup
        name="documentType"
        label={t('documentType')}
        hint={hint}
        options={DOCUMENT_TYPES.map((value) => ({ value, label: types(value), hint: t(`hints.${value}`) }))}
      />
      <TextField
        name="ownNumber"
        need="optional"
        label={t('ownNumber')}
        hint={t('ownNumberHint')}
        width="medium"
      />
    </>
  );
}
