import { getTranslations } from 'next-intl/server';
import { stop } from '@/app/[locale]/(admin)/admin/emails/[id]/actions';
import { TextField } from '@/app/ui/form/fields';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';

/** The form that stops a message which has not left. It is open if a saved form fills it. */
export async function Stopping({ id }: { id: string }) {
  const t = await getTranslations('adminEmail');
  return (
    <FoldedForm summary={t('stop')} words={t('stopWords')} field="stopReason">
      <PageForm action={stop} doneMessage={t('stopped')}>
        <input type="hidden" name="id" value={id} />
        <TextField name="stopReason" label={t('stopReason')} width="full" />
        <Button look="secondary">{t('stop')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
