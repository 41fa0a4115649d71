import { getTranslations } from 'next-intl/server';
import { addDated, addYearly, setOpening } from '@/app/[locale]/(admin)/admin/calendar/actions';
import { ClosureNameFields } from '@/app/[locale]/(admin)/admin/calendar/name-fields';
import { OfficesSelect } from '@/app/[locale]/(admin)/admin/calendar/offices';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { Checkbox, RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { BEFORE_OPENING, type BeforeOpening } from '@/lib/domain/court/calendar';

/** Closes on one date: the next page shows what that would do. */
export async function DatedClosing() {
  const t = await getTranslations('adminCalendar');
  return (
    <FoldedForm summary={t('addDated')} words={t('datedHint')} field="on">
      <PageForm action={addDated}>
        <TextField name="on" label={t('date')} hint={t('dateHint')} width="medium" />
        <ClosureNameFields kept="keptName" en="nameEn" fr="nameFr" />
        <OfficesSelect name="offices" />
        <Checkbox name="isHoliday" label={t('isHoliday')} />
        <Button>{t('preview')}</Button>
      </PageForm>
    </FoldedForm>
  );
}

/** Closes on a day of every year: the next page shows what that would do. */
export async function YearlyClosing() {
  const t = await getTranslations('adminCalendar');
  return (
    <FoldedForm summary={t('addYearly')} words={t('yearlyHint')} field="month">
      <PageForm action={addYearly}>
        <TextField name="month" label={t('month')} width="short" />
        <TextField name="day" label={t('day')} width="short" />
        <TextField name="fromYear" label={t('fromYear')} width="short" />
        <ClosureNameFields kept="yearlyKeptName" en="yearlyNameEn" fr="yearlyNameFr" />
        <OfficesSelect name="yearlyOffices" />
        <Button>{t('preview')}</Button>
      </PageForm>
    </FoldedForm>
  );
}

/** Proposes another date for claims that arrive before the opening. */
export async function OpeningRule({ beforeOpening }: { beforeOpening: BeforeOpening }) {
  const t = await getTranslations('adminCalendar');
  return (
    <FoldedForm summary={t('changeOpening')} words={t('changeOpeningWords')} field="openingReason">
      <PageForm action={setOpening} initial={{ beforeOpening }} doneMessage={await proposedWords()}>
        <RadioGroup
          name="beforeOpening"
          label={t('beforeOpeningQuestion')}
          options={BEFORE_OPENING.map((value) => ({ value, label: t(value) }))}
        />
        <TextField name="openingReason" label={t('reason')} width="full" />
        <Button>{t('save')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
