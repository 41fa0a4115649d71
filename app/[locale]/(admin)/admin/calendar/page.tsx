import { getTranslations } from 'next-intl/server';
import { Closures } from '@/app/[locale]/(admin)/admin/calendar/closures';
import { DatedClosing, OpeningRule, YearlyClosing } from '@/app/[locale]/(admin)/admin/calendar/forms';
import { Year } from '@/app/[locale]/(admin)/admin/calendar/year';
import { DeclaredOutages } from '@/app/[locale]/(admin)/admin/outages/list';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getAllClosures } from '@/lib/data/court/calendar';
import { listClosures } from '@/lib/data/court/calendar-editing';
import { listDeclaredOutages } from '@/lib/data/court/outages';
import { courtDay } from '@/lib/domain/court/calendar';
import { yearOf } from '@/lib/domain/court/day';
import { courtNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminCalendar');

/** How many of the outages stand here. */
const SHORT = 3;

/** The year that the address asks for, or this one. */
function yearAsked(asked: string | string[] | undefined): number {
  return /^20\d\d$/.test(String(asked)) ? Number(asked) : yearOf(courtDay(courtNow()));
}

async function YearLinks({ year }: { year: number }) {
  const t = await getTranslations('adminCalendar');
  return (
    <nav aria-label={t('years')} className="mb-6 flex flex-wrap gap-x-8">
      {[year - 1, year + 1].map((other) => (
        <RowLink key={other} href={{ pathname: '/admin/calendar', query: { year: other } }}>
          {t('yearLink', { year: String(other) })}
        </RowLink>
      ))}
    </nav>
  );
}

/** The year, the closures, and the date of a claim that arrives before the opening. */
export default async function CalendarPage({ searchParams }: PageProps<'/[locale]/admin/calendar'>) {
  const actor = await requireStaff('registrar');
  const closures = await orNotFound(listClosures(actor));
  const outages = await orNotFound(listDeclaredOutages(actor));
  const [t, approvals] = [await getTranslations('adminCalendar'), await getTranslations('approvals')];
  const calendar = await getAllClosures();
  const year = yearAsked((await searchParams).year);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <p>
        <RowLink href="/admin/approvals">{approvals('show')}</RowLink>
      </p>
      <p>
        <RowLink href="/admin/calendar/names">{t('names')}</RowLink>
      </p>
      <h2>{t('year', { year: String(year) })}</h2>
      <YearLinks year={year} />
      <Year year={year} calendar={calendar} />
      <h2>{t('closuresHeading')}</h2>
      <Closures closures={closures} today={courtDay(courtNow())} />
      <DatedClosing />
      <YearlyClosing />
      <h2>{t('outages')}</h2>
      <DeclaredOutages outages={outages.slice(0, SHORT)} />
      <p>
        <RowLink href="/admin/outages">{t('allOutages')}</RowLink>
      </p>
      <h2>{t('beforeOpening')}</h2>
      <p>
        {t('openingNow')} <strong>{t(calendar.beforeOpening)}</strong>
      </p>
      <OpeningRule beforeOpening={calendar.beforeOpening} />
    </>
  );
}
