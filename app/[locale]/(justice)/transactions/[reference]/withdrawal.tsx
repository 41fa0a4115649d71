import { getTranslations } from 'next-intl/server';
import { withdraw } from '@/app/[locale]/(justice)/transactions/[reference]/actions';
import { Checkbox } from '@/app/ui/form/choices';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { FiledClaim } from '@/lib/data/filing/filings';

type Props = { filing: Pick<FiledClaim, 'reference' | 'laterKind'> };

/** Withdraws a claim or a later document that is not issued yet, behind a click and a confirmation. */
export async function Withdrawal({ filing: { reference, laterKind } }: Props) {
  const t = await getTranslations(laterKind ? 'withdrawLater' : 'withdraw');
  return (
    <FoldedForm summary={t('heading')} words={t('words')} field="confirm">
      <PageForm action={withdraw}>
        <input type="hidden" name="reference" value={reference} />
        <Checkbox name="confirm" need="required" label={t('confirm')} />
        <Button look="secondary">{t('button')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
