import { getTranslations } from 'next-intl/server';
import { proposeWithdrawal } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { FoldedForm } from '@/app/[locale]/(admin)/admin/folded-form';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';

/** A registrar's form that proposes to withdraw a filing before it is issued. It is open if a saved form fills it. */
export async function Withdrawing({ reference }: { reference: string }) {
  const t = await getTranslations('adminHold');
  return (
    <FoldedForm summary={t('withdraw')} words={t('withdrawWords')} field="withdrawalReason">
      <PageForm action={proposeWithdrawal} doneMessage={await proposedWords()}>
        <input type="hidden" name="reference" value={reference} />
        <TextField name="withdrawalReason" label={t('withdrawReason')} width="full" />
        <Button look="secondary">{t('withdrawButton')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
