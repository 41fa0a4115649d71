import { getLocale, getTranslations } from 'next-intl/server';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { end, keep } from '@/app/[locale]/(admin)/admin/work/hold-reasons/actions';
import { RadioGroup } from '@/app/ui/form/choices';
import { TextArea, TextField } from '@/app/ui/form/fields';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Select } from '@/app/ui/form/select';
import { Button } from '@/app/ui/layout/button';
import type { KeptReason } from '@/lib/data/filing/holds/hold-reasons';
import { HOLD_REMEDIES } from '@/lib/domain/filing/holds/asked';
import { keptWords } from '@/lib/domain/filing/holds/kept-reason';

/** A registrar's form that proposes a reason, or other words under its code. */
export async function Keeping({ today }: { today: string }) {
  const [t, dates] = [await getTranslations('holdReasons'), await getTranslations('adminCalendar')];
  const remedies = HOLD_REMEDIES.map((value) => ({ value, label: t(`remedies.${value}`) }));
  return (
    <FoldedForm summary={t('keep')} words={t('keepWords')} field="keepingReason">
      <PageForm action={keep} initial={{ activeFrom: today }} doneMessage={await proposedWords()}>
        <TextField name="reasonCode" label={t('code')} hint={t('codeHint')} width="medium" />
        <TextArea name="wordsEn" label={t('wordsEn')} hint={t('wordsHint')} />
        <TextArea name="wordsFr" label={t('wordsFr')} />
        <RadioGroup name="remedy" label={t('remedy')} options={remedies} />
        <TextField name="activeFrom" label={t('from')} hint={dates('dateHint')} width="medium" />
        <TextField
          name="activeUntil"
          label={t('until')}
          hint={t('untilHint')}
          width="medium"
          need="optional"
        />
        <TextField name="keepingReason" label={t('reason')} width="full" />
        <Button look="secondary">{t('keepButton')}</Button>
      </PageForm>
    </FoldedForm>
  );
}

/** A registrar's form that proposes the last day of a reason. */
export async function Ending({ reasons }: { reasons: KeptReason[] }) {
  const [t, dates, locale] = [
    await getTranslations('holdReasons'),
    await getTranslations('adminCalendar'),
    await getLocale(),
  ];
  const options = reasons.map((reason) => ({
    value: reason.id,
    label: t('named', { code: reason.code, words: keptWords(reason, locale) }),
  }));
  return (
    <FoldedForm summary={t('end')} words={t('endWords')} field="endingReason">
      <PageForm action={end} doneMessage={await proposedWords()}>
        <Select
          name="endedReason"
          label={t('ended')}
          placeholder={t('chooseEnded')}
          options={options}
          width="full"
        />
        <TextField name="endsOn" label={t('endsOn')} hint={dates('dateHint')} width="medium" />
        <TextField name="endingReason" label={t('reason')} width="full" />
        <Button look="secondary">{t('endButton')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
