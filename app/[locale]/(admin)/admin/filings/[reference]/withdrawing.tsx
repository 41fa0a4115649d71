import { getTranslations } from 'next-intl/server';
import { proposeWithdrawal } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { WITHDRAWAL_BASES } from '@/lib/domain/approval/proposal';

/**
 * A registrar's form that proposes to withdraw a filing before it is issued, upon what and of which date. It is open if a
 * saved form fills it.
 */
export async function Withdrawing({ reference }: { reference: string }) {
  const [t, dates, orders] = [
    await getTranslations('adminHold'),
    await getTranslations('adminCalendar'),
    await getTranslations('adminRestrictions'),
  ];
  const bases = WITHDRAWAL_BASES.map((value) => ({ value, label: t(`bases.${value}`) }));
  return (
    <FoldedForm summary={t('withdraw')} words={t('withdrawWords')} field="withdrawalReason">
      <PageForm action={proposeWithdrawal} doneMessage={await proposedWords()}>
        <input type="hidden" name="reference" value={reference} />
        <RadioGroup name="basis" label={t('basis')} options={bases} />
        <TextField name="basisOn" label={t('basisOn')} hint={dates('dateHint')} width="medium" />
        <TextField name="basisJudge" label={orders('judge')} hint={t('basisJudgeHint')} need="unmarked" />
        <TextField name="withdrawalReason" label={t('withdrawReason')} width="full" />
        <Button look="secondary">{t('withdrawButton')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
