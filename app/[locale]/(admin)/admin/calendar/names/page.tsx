import { getTranslations } from 'next-intl/server';
import { NameForm } from '@/app/[locale]/(admin)/admin/calendar/names/form';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Catalogue } from '@/app/[locale]/(admin)/admin/settings/catalogue';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { findSettings, listAhead } from '@/lib/data/settings/settings';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminClosureNames');

/** The names that closures of the offices are given, in dated versions that two people make. */
export default async function ClosureNamesPage() {
  const actor = await requireStaff('registrar');
  const [t, approvals] = [await getTranslations('adminClosureNames'), await getTranslations('approvals')];
  const today = courtDay(courtNow());
  const ahead = await orNotFound(listAhead(actor, 'closureName', today));
  const names = await findSettings('closureName', today);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <p>
        <RowLink href="/admin/approvals">{approvals('show')}</RowLink>
      </p>
      <FoldedForm summary={t('add')} words={t('addWords')} field="keptNameReason">
        <NameForm />
      </FoldedForm>
      <h2>{t('list')}</h2>
      <Catalogue
        caption={t('list')}
        entries={names.map(({ setting }) => setting)}
        ahead={ahead}
        hrefOf={(name) => ({ pathname: '/admin/calendar/names/[name]', params: { name } })}
        empty={t('none')}
      />
      <p className="mt-8">
        <ButtonLink href="/admin/calendar" look="secondary">
          {t('back')}
        </ButtonLink>
      </p>
    </>
  );
}
