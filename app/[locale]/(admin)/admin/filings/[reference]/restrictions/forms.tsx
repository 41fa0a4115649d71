import { getTranslations } from 'next-intl/server';
import {
  proposeLifting,
  proposeRestriction,
} from '@/app/[locale]/(admin)/admin/filings/[reference]/restrictions/actions';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { RESTRICTIONS, type Restriction } from '@/lib/domain/filing/restriction';

async function optionsOf(kinds: readonly Restriction[]) {
  const t = await getTranslations('restriction.names');
  return kinds.map((value) => ({ value, label: t(value) }));
}

/** A registrar's form that proposes to restrict the court file. It is open if a saved form fills it. */
export async function Restricting({ reference }: { reference: string }) {
  const [t, dates] = [await getTranslations('adminRestrictions'), await getTranslations('adminCalendar')];
  return (
    <FoldedForm summary={t('restrict')} words={t('restrictWords')} field="restrictionReason">
      <PageForm action={proposeRestriction} doneMessage={await proposedWords()}>
        <input type="hidden" name="reference" value={reference} />
        <RadioGroup name="restriction" label={t('kind')} options={await optionsOf(RESTRICTIONS)} />
        <TextField name="orderedOn" label={t('orderedOn')} hint={dates('dateHint')} width="medium" />
        <TextField name="judge" label={t('judge')} />
        <TextField name="publicTitle" label={t('publicTitle')} hint={t('publicTitleHint')} need="optional" />
        <TextField name="restrictionReason" label={t('reason')} width="full" />
        <Button look="secondary">{t('restrictButton')}</Button>
      </PageForm>
    </FoldedForm>
  );
}

/** A registrar's form that proposes to lift one of the restrictions in force. */
export async function Lifting({ reference, inForce }: { reference: string; inForce: Restriction[] }) {
  const [t, dates] = [await getTranslations('adminRestrictions'), await getTranslations('adminCalendar')];
  return (
    <FoldedForm summary={t('lift')} words={t('liftWords')} field="liftReason">
      <PageForm action={proposeLifting} doneMessage={await proposedWords()}>
        <input type="hidden" name="reference" value={reference} />
        <RadioGroup name="lifted" label={t('kind')} options={await optionsOf(inForce)} />
        <TextField name="liftOrderedOn" label={t('orderedOn')} hint={dates('dateHint')} width="medium" />
        <TextField name="liftJudge" label={t('judge')} />
        <TextField name="liftReason" label={t('reason')} width="full" />
        <Button look="secondary">{t('liftButton')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
