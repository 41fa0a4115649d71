import { getLocale, getTranslations } from 'next-intl/server';
import { declare, end } from '@/app/[locale]/(admin)/admin/outages/actions';
import { Alert } from '@/app/ui/display/alert';
import { TextField } from '@/app/ui/form/fields';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { Outage } from '@/lib/data/court/outages';
import { formatInstant } from '@/lib/domain/court/dates';

/** The outage that lasts, with the form that ends it. */
export async function Lasting({ outage }: { outage: Outage }) {
  const [t, locale] = [await getTranslations('adminOutages'), await getLocale()];
  const words = locale === 'fr' ? outage.whatFr : outage.whatEn;
  return (
    <section aria-labelledby="lasting">
      <h2 id="lasting">{t('lasting')}</h2>
      <Alert look="warning">
        <p>{t('since', { instant: formatInstant(outage.startedAt, locale), words })}</p>
      </Alert>
      <PageForm action={end} doneMessage={t('ended')}>
        <input type="hidden" name="outage" value={outage.id} />
        <TextField name="endedOn" label={t('endDay')} hint={t('dayHint')} width="medium" />
        <TextField name="endedTime" label={t('endTime')} hint={t('timeHint')} width="short" />
        <Button>{t('end')}</Button>
      </PageForm>
    </section>
  );
}

/** Declares an outage that lasts or is over. */
export async function Declaring() {
  const t = await getTranslations('adminOutages');
  return (
    <FoldedForm summary={t('declareHeading')} words={t('declareWords')} field="startOn">
      <PageForm action={declare} doneMessage={t('declared')}>
        <TextField name="startOn" label={t('startDay')} hint={t('dayHint')} width="medium" />
        <TextField name="startTime" label={t('startTime')} hint={t('timeHint')} width="short" />
        <TextField name="endOn" need="optional" label={t('endDay')} hint={t('endHint')} width="medium" />
        <TextField name="endTime" need="optional" label={t('endTime')} width="short" />
        <TextField name="whatEn" label={t('whatEn')} hint={t('whatHint')} width="full" />
        <TextField name="whatFr" label={t('whatFr')} width="full" />
        <Button>{t('declare')}</Button>
      </PageForm>
    </FoldedForm>
  );
}
