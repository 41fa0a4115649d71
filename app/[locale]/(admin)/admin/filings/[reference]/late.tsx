import { getTranslations } from 'next-intl/server';
import { retry } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { Alert } from '@/app/ui/alert';
import { Button } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';

/** Says that the filing should have been issued, with a button that has it tried again. */
export async function Late({ reference }: { reference: string }) {
  const t = await getTranslations('adminFiling');
  return (
    <section className="mb-8">
      <Alert look="error" heading={t('lateHeading')}>
        <p>{t('late')}</p>
      </Alert>
      <PageForm action={retry} doneMessage={t('retried')}>
        <input type="hidden" name="reference" value={reference} />
        <Button>{t('retry')}</Button>
      </PageForm>
    </section>
  );
}
