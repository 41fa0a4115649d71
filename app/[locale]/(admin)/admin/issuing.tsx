import { getLocale, getTranslations } from 'next-intl/server';
import { resume, stop } from '@/app/[locale]/(admin)/admin/issuing-actions';
import { Alert } from '@/app/ui/display/alert';
import { TextField } from '@/app/ui/form/fields';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { findIssuingStop } from '@/lib/data/court/issuing-stop';
import { type Actor, can } from '@/lib/domain/access/access';
import { formatInstant } from '@/lib/domain/court/dates';

/** Says that issuing is stopped, and why; a registrar resumes or stops it. */
export async function Issuing({ actor }: { actor: Actor }) {
  const [t, locale] = [await getTranslations('issuing'), await getLocale()];
  const stopped = await findIssuingStop(actor);
  const mayStop = can(actor, 'stop-issuing');
  if (!stopped) return mayStop && <Stopping />;
  const { startedAt, reason } = stopped;
  return (
    <section className="mb-8">
      <Alert look="warning" heading={t('stoppedHeading')}>
        <p>{t('stopped', { instant: formatInstant(startedAt, locale), reason })}</p>
      </Alert>
      {mayStop && (
        <PageForm action={resume} doneMessage={t('resumed')}>
          <Button>{t('resume')}</Button>
        </PageForm>
      )}
    </section>
  );
}

/** A form behind a click. It is open if a saved form fills it. */
async function Stopping() {
  const t = await getTranslations('issuing');
  return (
    <FoldedForm summary={t('stop')} words={t('stopWords')} field="stopReason">
      <PageForm action={stop} doneMessage={t('done')}>
        <TextField name="stopReason" label={t('reason')} width="full" />
        <Button look="secondary">{t('stopButton')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
