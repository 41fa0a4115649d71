import { getLocale, getTranslations } from 'next-intl/server';
import { retract } from '@/app/[locale]/(admin)/admin/outages/actions';
import { SummaryList } from '@/app/ui/display/summary-list';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getOutage } from '@/lib/data/court/outages';
import { formatInstant } from '@/lib/domain/court/dates';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminOutage');

/** Takes back one declaration of an outage. It changed no date, so no second person is asked (r. 3.02). */
export default async function OutagePage({ params }: PageProps<'/[locale]/admin/outages/[outage]'>) {
  await requireStaff('registrar');
  const { id, startedAt, endedAt, whatEn, whatFr } = await orNotFound(getOutage((await params).outage));
  const [t, status, locale] = [
    await getTranslations('adminOutage'),
    await getTranslations('serviceStatus'),
    await getLocale(),
  ];
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <SummaryList
        rows={[
          { label: status('start'), value: formatInstant(startedAt, locale) },
          { label: status('end'), value: endedAt ? formatInstant(endedAt, locale) : status('lasts') },
          { label: status('what'), value: locale === 'fr' ? whatFr : whatEn },
        ]}
      />
      <PageForm action={retract}>
        <input type="hidden" name="outage" value={id} />
        <TextField name="retractionReason" label={t('reason')} hint={t('reasonHint')} width="full" />
        <ButtonRow>
          <Button>{t('button')}</Button>
          <ButtonLink href="/admin/outages" look="secondary">
            {t('back')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
