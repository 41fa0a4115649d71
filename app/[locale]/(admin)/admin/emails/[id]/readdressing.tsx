import { getTranslations } from 'next-intl/server';
import { readdress } from '@/app/[locale]/(admin)/admin/emails/[id]/actions';
import { TextField } from '@/app/ui/form/fields';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';

/** The form that sends a message to a corrected address. It is open if a saved form fills it. */
export async function Readdressing({ id }: { id: string }) {
  const t = await getTranslations('adminEmail');
  return (
    <FoldedForm summary={t('readdress')} words={t('readdressWords')} field="addressReason">
      <PageForm action={readdress} doneMessage={t('readdressDone')}>
        <input type="hidden" name="id" value={id} />
        <TextField name="email" type="email" label={t('corrected')} />
        <TextField
          name="addressReason"
          label={t('addressReason')}
          hint={t('addressReasonHint')}
          width="full"
        />
        <Button look="secondary">{t('readdress')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
