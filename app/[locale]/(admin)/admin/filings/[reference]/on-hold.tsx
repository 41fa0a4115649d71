import { getTranslations } from 'next-intl/server';
import { release } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { Alert } from '@/app/ui/alert';
import { Button } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';

/** Why a filing is on hold, and the button that has it issued once the cause is gone. */
export async function OnHold({ reference, reason }: { reference: string; reason: string | null }) {
  const [t, reasons] = [await getTranslations('adminHold'), await getTranslations('holdReason')];
  return (
    <section className="mb-8">
      <Alert look="warning" heading={t('heading')}>
        <p>
          {reason && reasons.has(reason) ? reasons(reason) : ''} <code>{reason}</code>
        </p>
        <p>{t('words')}</p>
      </Alert>
      <PageForm action={release} doneMessage={t('released')}>
        <input type="hidden" name="reference" value={reference} />
        <Button>{t('release')}</Button>
      </PageForm>
    </section>
  );
}
