import { getTranslations } from 'next-intl/server';
import { stop } from '@/app/[locale]/(admin)/admin/emails/[id]/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { savedForm } from '@/lib/web/action/saved-form';
import { currentOwner, currentPath } from '@/lib/web/session/session';

/** The form that stops a message which has not left. It is open if a saved form fills it. */
export async function Stopping({ id }: { id: string }) {
  const t = await getTranslations('adminEmail');
  const saved = await savedForm(await currentPath(), await currentOwner());
  return (
    <details className="mb-6" open={'stopReason' in saved}>
      <summary className="min-h-11 cursor-pointer py-2 text-link underline">{t('stop')}</summary>
      <p className="mt-4">{t('stopWords')}</p>
      <PageForm action={stop} doneMessage={t('stopped')}>
        <input type="hidden" name="id" value={id} />
        <TextField name="stopReason" label={t('stopReason')} width="full" />
        <Button look="secondary">{t('stop')}</Button>
      </PageForm>
    </details>
  );
}
