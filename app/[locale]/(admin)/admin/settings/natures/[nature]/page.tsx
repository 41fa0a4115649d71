import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { NatureForm } from '@/app/[locale]/(admin)/admin/settings/natures/form';
import { settingWords } from '@/app/[locale]/(admin)/admin/settings/setting-words';
import { Versions } from '@/app/[locale]/(admin)/admin/settings/versions';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { findNature, firstNature } from '@/lib/data/settings/natures';
import { findKept, listSettings } from '@/lib/data/settings/settings';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminNature');

/** One nature of a claim: its versions, and the form that proposes another. */
export default async function NaturePage({ params }: PageProps<'/[locale]/admin/settings/natures/[nature]'>) {
  const actor = await requireStaff('registrar');
  const { nature: id } = await params;
  const today = courtDay(courtNow());
  const first = firstNature(id);
  const nature = (await findNature(id, today))?.nature ?? (await findKept('nature', id, today)) ?? notFound();
  const versions = await orNotFound(listSettings(actor, 'nature', id));
  const [t, locale] = [await getTranslations('adminNature'), await getLocale()];
  return (
    <>
      <h1>{nature[locale]}</h1>
      <p className="text-lg">{t('intro')}</p>
      <h2>{t('versions')}</h2>
      <Versions
        caption={t('versions')}
        versions={versions}
        first={first ? await settingWords(first) : undefined}
        today={today}
      />
      <h2>{t('propose')}</h2>
      <NatureForm nature={nature} />
      <p className="mt-8">
        <ButtonLink href="/admin/settings/natures" look="secondary">
          {t('back')}
        </ButtonLink>
      </p>
    </>
  );
}
