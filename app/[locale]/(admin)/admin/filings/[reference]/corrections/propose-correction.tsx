import { getTranslations } from 'next-intl/server';
import {
  discard,
  proposeCorrection,
} from '@/app/[locale]/(admin)/admin/filings/[reference]/corrections/actions';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { UnfiledCorrection } from '@/lib/data/filing/corrections/uploads';
import { CORRECTION_GROUNDS } from '@/lib/domain/claim/later/correction';

type Props = { reference: string; unfiled: UnfiledCorrection };

/** Says on what the uploaded version is filed, and proposes it; one that nobody proposed can be discarded. */
export async function ProposeCorrection({ reference, unfiled: { correction, isUnproposed } }: Props) {
  const [t, words, dates] = [
    await getTranslations('adminCorrections'),
    await getTranslations('correction'),
    await getTranslations('adminCalendar'),
  ];
  const grounds = CORRECTION_GROUNDS.map((value) => ({ value, label: words(`grounds.${value}`) }));
  const hint = `${t('orderHint')} ${dates('dateHint')}`;
  return (
    <>
      <h3>{t('propose')}</h3>
      <PageForm action={proposeCorrection} doneMessage={await proposedWords()}>
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="correction" value={correction.id} />
        <RadioGroup name="ground" label={t('ground')} options={grounds} />
        <TextField
          name="correctionOrderedOn"
          label={t('orderedOn')}
          hint={hint}
          width="medium"
          need="optional"
        />
        <TextField name="correctionJudge" label={t('judge')} hint={t('orderHint')} need="optional" />
        <TextField name="correctionReason" label={t('reason')} width="full" />
        <Button>{t('proposeButton')}</Button>
      </PageForm>
      {isUnproposed && (
        <div className="mt-4 mb-8">
          <PageForm action={discard} doneMessage={t('discarded')}>
            <input type="hidden" name="reference" value={reference} />
            <Button look="secondary">{t('discard')}</Button>
          </PageForm>
        </div>
      )}
    </>
  );
}
