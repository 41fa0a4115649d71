import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { courtNotices, courtPlace } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import { Alert } from '@/app/ui/display/alert';
import { getCourt } from '@/lib/data/court/courts';
import { courtLines } from '@/lib/domain/court/address';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtWithVersion } from '@/lib/domain/court/court';
import { formatDate } from '@/lib/domain/court/dates';
import type { SettingOf } from '@/lib/domain/settings/setting';
import { courtNow } from '@/lib/services/clock';

type Props = { setting: SettingOf<'court'>; language: Locale };

/** An office as filers would see it in one language: as it is chosen, its notice, its address, and from when until when. */
export async function CourtPreview({ setting, language }: Props) {
  const court = courtWithVersion(await getCourt(setting.id, courtDay(courtNow())), setting);
  const [words, t] = [
    await getTranslations({ locale: language, namespace: 'claim.court' }),
    await getTranslations({ locale: language, namespace: 'adminSettings.values' }),
  ];
  const [from, until] = [court.acceptsFrom, court.acceptsUntil].map(
    (day) => day && formatDate(day, language),
  );
  return (
    <>
      <p>{courtPlace(words, court, language)}</p>
      {courtNotices(words, court, language).map((notice) => (
        <Alert key={notice}>
          <p>{notice}</p>
        </Alert>
      ))}
      <p className="whitespace-pre-line">{courtLines(court, language)}</p>
      <p>{until ? t('acceptsUntil', { from: from ?? '', until }) : t('accepts', { from: from ?? '' })}</p>
    </>
  );
}
