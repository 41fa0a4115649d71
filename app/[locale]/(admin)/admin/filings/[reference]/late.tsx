import { getTranslations } from 'next-intl/server';
import { retry } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';

/** Says that the filing should have been issued, with a button that tries again. */
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
