import { getTranslations } from 'next-intl/server';
import {
  proposeLifting,
  proposeRestriction,
} from '@/app/[locale]/(admin)/admin/filings/[reference]/restrictions/actions';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { RESTRICTIONS, type Restriction } from '@/lib/domain/filing/restriction';
import { savedForm } from '@/lib/web/action/saved-form';
import { currentOwner, currentPath } from '@/lib/web/session/session';

async function optionsOf(kinds: readonly Restriction[]) {
  const t = await getTranslations('restriction.names');
  return kinds.map((value) => ({ value, label: t(value) }));
}

const folded = 'min-h-11 cursor-pointer py-2 text-link underline';

/** A registrar's form that proposes to restrict the court file. It is open if a saved form fills it. */
export async function Restricting({ reference }: { reference: string }) {
  const [t, dates] = [await getTranslations('adminRestrictions'), await getTranslations('adminCalendar')];
  const saved = await savedForm(await currentPath(), await currentOwner());
  return (
    <details className="mb-6" open={'restrictionReason' in saved}>
      <summary className={folded}>{t('restrict')}</summary>
      <p className="mt-4">{t('restrictWords')}</p>
      <PageForm action={proposeRestriction} doneMessage={await proposedWords()}>
        <input type="hidden" name="reference" value={reference} />
        <RadioGroup name="restriction" label={t('kind')} options={await optionsOf(RESTRICTIONS)} />
        <TextField name="orderedOn" label={t('orderedOn')} hint={dates('dateHint')} width="medium" />
        <TextField name="judge" label={t('judge')} />
        <TextField name="publicTitle" label={t('publicTitle')} hint={t('publicTitleHint')} need="optional" />
        <TextField name="restrictionReason" label={t('reason')} width="full" />
        <Button look="secondary">{t('restrictButton')}</Button>
      </PageForm>
    </details>
  );
}

/** A registrar's form that proposes to lift one of the restrictions in force. */
export async function Lifting({ reference, inForce }: { reference: string; inForce: Restriction[] }) {
  const [t, dates] = [await getTranslations('adminRestrictions'), await getTranslations('adminCalendar')];
  const saved = await savedForm(await currentPath(), await currentOwner());
  return (
    <details className="mb-6" open={'liftReason' in saved}>
      <summary className={folded}>{t('lift')}</summary>
      <p className="mt-4">{t('liftWords')}</p>
      <PageForm action={proposeLifting} doneMessage={await proposedWords()}>
        <input type="hidden" name="reference" value={reference} />
        <RadioGroup name="lifted" label={t('kind')} options={await optionsOf(inForce)} />
        <TextField name="liftOrderedOn" label={t('orderedOn')} hint={dates('dateHint')} width="medium" />
        <TextField name="liftJudge" label={t('judge')} />
        <TextField name="liftReason" label={t('reason')} width="full" />
        <Button look="secondary">{t('liftButton')}</Button>
      </PageForm>
    </details>
  );
}
