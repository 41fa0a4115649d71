import { getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Catalogue } from '@/app/[locale]/(admin)/admin/settings/catalogue';
import { NatureForm } from '@/app/[locale]/(admin)/admin/settings/natures/form';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listNatures } from '@/lib/data/settings/natures';
import { listAhead } from '@/lib/data/settings/settings';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminNatures');

/** The natures that a claim can have, in dated versions that two people make. */
export default async function NaturesPage() {
  const actor = await requireStaff('registrar');
  const [t, approvals] = [await getTranslations('adminNatures'), await getTranslations('approvals')];
  const today = courtDay(courtNow());
  const ahead = await orNotFound(listAhead(actor, 'nature', today));
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <p>
        <RowLink href="/admin/approvals">{approvals('show')}</RowLink>
      </p>
      <FoldedForm summary={t('add')} words={t('addWords')} field="natureReason">
        <NatureForm />
      </FoldedForm>
      <h2>{t('list')}</h2>
      <Catalogue
        caption={t('list')}
        entries={await listNatures(today)}
        ahead={ahead}
        hrefOf={(nature) => ({ pathname: '/admin/settings/natures/[nature]', params: { nature } })}
        empty=""
      />
    </>
  );
}
