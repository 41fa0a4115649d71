import { getTranslations } from 'next-intl/server';
import { proposeWithdrawal } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { savedForm } from '@/lib/web/action/saved-form';
import { currentOwner, currentPath } from '@/lib/web/session/session';

/** A registrar's form that proposes to withdraw a filing before it is issued. It is open if a saved form fills it. */
export async function Withdrawing({ reference }: { reference: string }) {
  const t = await getTranslations('adminHold');
  const saved = await savedForm(await currentPath(), await currentOwner());
  return (
    <details className="mb-6" open={'withdrawalReason' in saved}>
      <summary className="min-h-11 cursor-pointer py-2 text-link underline">{t('withdraw')}</summary>
      <p className="mt-4">{t('withdrawWords')}</p>
      <PageForm action={proposeWithdrawal} doneMessage={await proposedWords()}>
        <input type="hidden" name="reference" value={reference} />
        <TextField name="withdrawalReason" label={t('withdrawReason')} width="full" />
        <Button look="secondary">{t('withdrawButton')}</Button>
      </PageForm>
    </details>
  );
}
