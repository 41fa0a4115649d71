import { getTranslations } from 'next-intl/server';
import { withdraw } from '@/app/[locale]/(justice)/transactions/[reference]/actions';
import { Checkbox } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { savedForm } from '@/lib/web/action/saved-form';
import { currentOwner, currentPath } from '@/lib/web/session/session';

type Props = { filing: Pick<FiledClaim, 'reference' | 'laterKind'> };

/**
 * Withdraws a claim or a later document that is not issued yet, behind a click and a confirmation. It is open if the withdrawal
 * was begun.
 */
export async function Withdrawal({ filing: { reference, laterKind } }: Props) {
  const t = await getTranslations(laterKind ? 'withdrawLater' : 'withdraw');
  const saved = await savedForm(await currentPath(), await currentOwner());
  return (
    <details className="mb-8 print:hidden" open={'confirm' in saved}>
      <summary className="min-h-11 cursor-pointer py-2 text-link underline">{t('heading')}</summary>
      <p className="mt-4">{t('words')}</p>
      <PageForm action={withdraw}>
        <input type="hidden" name="reference" value={reference} />
        <Checkbox name="confirm" need="required" label={t('confirm')} />
        <Button look="secondary">{t('button')}</Button>
      </PageForm>
    </details>
  );
}
