import { getLocale, getTranslations } from 'next-intl/server';
import { officesWords } from '@/app/[locale]/(admin)/admin/calendar/offices';
import type { EffectOnFilings } from '@/lib/data/approval/effect';
import type { Where } from '@/lib/domain/court/closure';
import { formatDate } from '@/lib/domain/court/dates';

type Props = { effect: EffectOnFilings; where: Where | undefined };

/** In words what a change of a closure does to the dates of claims in the offices that it is for. */
export async function Effect({ effect: { on, now, atOpening, received }, where }: Props) {
  const [t, locale] = [await getTranslations('closureEffect'), await getLocale()];
  const [day, from, to] = [on, now.before, now.after].map((date) => formatDate(date, locale));
  const movesNow = now.before !== now.after;
  return (
    <ul className="list-disc pl-5">
      {where && <li>{t('only', { offices: await officesWords(where) })}</li>}
      <li>
        {movesNow
          ? t('nowMoves', { before: from ?? '', after: to ?? '' })
          : t('nowStays', { date: from ?? '' })}
      </li>
      <li>
        {atOpening.before === atOpening.after
          ? t('openingStays', { day: day ?? '', date: formatDate(atOpening.after, locale) })
          : t('openingMoves', {
              day: day ?? '',
              before: formatDate(atOpening.before, locale),
              after: formatDate(atOpening.after, locale),
            })}
      </li>
      <li>{t('received', { count: received, day: day ?? '' })}</li>
    </ul>
  );
}
