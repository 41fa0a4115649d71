import { getTranslations } from 'next-intl/server';
import { withdraw } from '@/app/[locale]/(justice)/transactions/[reference]/actions';
import { Button } from '@/app/ui/button';
import { Checkbox } from '@/app/ui/choices';
import { PageForm } from '@/app/ui/page-form';
import { keptValues } from '@/lib/web/kept';
import { currentOwner, currentPath } from '@/lib/web/session';

/** Takes a claim back that is not issued yet; behind a click, and to be confirmed. Open where that was begun. */
export async function Withdrawal({ reference }: { reference: string }) {
  const t = await getTranslations('withdraw');
  const kept = await keptValues(await currentPath(), await currentOwner());
  return (
    <details className="mb-8 print:hidden" open={'confirm' in kept}>
      <summary className="min-h-11 cursor-pointer py-2 text-link underline">{t('heading')}</summary>
      <p className="mt-4">{t('words')}</p>
      <PageForm action={withdraw}>
        <input type="hidden" name="reference" value={reference} />
        <Checkbox name="confirm" label={t('confirm')} />
        <Button look="secondary">{t('button')}</Button>
      </PageForm>
    </details>
  );
}
