import { getTranslations } from 'next-intl/server';
import { Declaring, Lasting } from '@/app/[locale]/(admin)/admin/outages/forms';
import { DeclaredOutages } from '@/app/[locale]/(admin)/admin/outages/list';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listDeclaredOutages } from '@/lib/data/court/outages';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminOutages');

/** Declares when the service could not be used, and takes back what was declared in error. */
export default async function OutagesPage() {
  const actor = await requireStaff('registrar');
  const outages = await orNotFound(listDeclaredOutages(actor));
  const t = await getTranslations('adminOutages');
  const lasting = outages.find(({ endedAt, retractedAt }) => endedAt === null && retractedAt === null);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <p>
        <RowLink href="/service-status">{t('list')}</RowLink>
      </p>
      {lasting && <Lasting outage={lasting} />}
      <h2>{t('declaredHeading')}</h2>
      <DeclaredOutages outages={outages} />
      <Declaring />
    </>
  );
}
