import { getTranslations } from 'next-intl/server';
import { redate } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { TextField } from '@/app/ui/form/fields';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';

/**
 * A registrar's form that proposes another date for a filing before it is issued. It is open if a saved form fills
 * it.
 */
export async function Redating({ reference, issueOn }: { reference: string; issueOn: string }) {
  const [t, dates] = [await getTranslations('adminHold'), await getTranslations('adminCalendar')];
  return (
    <FoldedForm summary={t('redate')} words={t('redateWords')} field="redatingReason">
      <PageForm action={redate} initial={{ issueOn }} doneMessage={await proposedWords()}>
        <input type="hidden" name="reference" value={reference} />
        <TextField name="issueOn" label={t('date')} hint={dates('dateHint')} width="medium" />
        <TextField name="redatingReason" label={t('redateReason')} width="full" />
        <Button look="secondary">{t('redateButton')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
