import { getLocale, getTranslations } from 'next-intl/server';
import { CourtForm } from '@/app/[locale]/(admin)/admin/courts/[court]/form';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { settingWords } from '@/app/[locale]/(admin)/admin/settings/setting-words';
import { Versions } from '@/app/[locale]/(admin)/admin/settings/versions';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { firstOfCourt, getCourt } from '@/lib/data/court/courts';
import { listSettings } from '@/lib/data/settings/settings';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminCourt');

/**
 * One court office in dated versions that two people make: its county, its address, the days on which it accepts claims,
 * and the notice to people who choose it.
 */
export default async function CourtPage({ params }: PageProps<'/[locale]/admin/courts/[court]'>) {
  const actor = await requireStaff('registrar');
  const today = courtDay(courtNow());
  const court = await orNotFound(getCourt((await params).court, today));
  const versions = await orNotFound(listSettings(actor, 'court', court.id));
  const [t, approvals, locale] = [
    await getTranslations('adminCourt'),
    await getTranslations('approvals'),
    await getLocale(),
  ];
  const first = await firstOfCourt(court.id);
  return (
    <>
      <h1>{t('heading', { court: court.municipality })}</h1>
      <p className="first-letter:uppercase">{locale === 'fr' ? court.countyFr : court.countyEn}</p>
      <p>
        <RowLink href="/admin/approvals">{approvals('show')}</RowLink>
      </p>
      <h2>{t('versions')}</h2>
      <Versions
        caption={t('versions')}
        versions={versions}
        first={await settingWords(first)}
        firstVersion={first}
        today={today}
      />
      <h2>{t('propose')}</h2>
      <p>{t('proposeWords')}</p>
      <CourtForm court={court} />
      <p className="mt-8">
        <ButtonLink href="/admin/courts" look="secondary">
          {t('back')}
        </ButtonLink>
      </p>
    </>
  );
}
