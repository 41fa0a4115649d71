import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { NameForm } from '@/app/[locale]/(admin)/admin/calendar/names/form';
import { Versions } from '@/app/[locale]/(admin)/admin/settings/versions';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { findKept, listSettings } from '@/lib/data/settings/settings';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminClosureName');

/** One name for closures: its versions, and the form that proposes another. */
export default async function ClosureNamePage({
  params,
}: PageProps<'/[locale]/admin/calendar/names/[name]'>) {
  const actor = await requireStaff('registrar');
  const { name: id } = await params;
  const today = courtDay(courtNow());
  const name = (await findKept('closureName', id, today)) ?? notFound();
  const versions = await orNotFound(listSettings(actor, 'closureName', id));
  const [t, locale] = [await getTranslations('adminClosureName'), await getLocale()];
  return (
    <>
      <h1>{name[locale]}</h1>
      <p className="text-lg">{t('intro')}</p>
      <h2>{t('versions')}</h2>
      <Versions caption={t('versions')} versions={versions} first={undefined} today={today} />
      <h2>{t('propose')}</h2>
      <NameForm name={name} />
      <p className="mt-8">
        <ButtonLink href="/admin/calendar/names" look="secondary">
          {t('back')}
        </ButtonLink>
      </p>
    </>
  );
}
