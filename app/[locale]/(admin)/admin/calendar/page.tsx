import { getTranslations } from 'next-intl/server';
import { addDated, addYearly, setOpening } from '@/app/[locale]/(admin)/admin/calendar/actions';
import { Closures } from '@/app/[locale]/(admin)/admin/calendar/closures';
import { ClosureNameFields } from '@/app/[locale]/(admin)/admin/calendar/name-fields';
import { OfficesSelect } from '@/app/[locale]/(admin)/admin/calendar/offices';
import { Year } from '@/app/[locale]/(admin)/admin/calendar/year';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Checkbox, RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getAllClosures } from '@/lib/data/court/calendar';
import { listClosures } from '@/lib/data/court/calendar-editing';
import { BEFORE_OPENING, courtDay } from '@/lib/domain/court/calendar';
import { yearOf } from '@/lib/domain/court/day';
import { courtNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminCalendar');

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

/** Close on one date, or every year: the next page shows what that would do. */
async function ClosureForms() {
  const t = await getTranslations('adminCalendar');
  return (
    <>
      <h2>{t('addDated')}</h2>
      <PageForm action={addDated}>
        <TextField name="on" label={t('date')} hint={t('dateHint')} width="medium" />
        <ClosureNameFields kept="keptName" en="nameEn" fr="nameFr" />
        <OfficesSelect name="offices" />
        <Checkbox name="isHoliday" label={t('isHoliday')} />
        <Button>{t('preview')}</Button>
      </PageForm>
      <h2>{t('addYearly')}</h2>
      <p>{t('yearlyHint')}</p>
      <PageForm action={addYearly}>
        <TextField name="month" label={t('month')} width="short" />
        <TextField name="day" label={t('day')} width="short" />
        <TextField name="fromYear" label={t('fromYear')} width="short" />
        <ClosureNameFields kept="yearlyKeptName" en="yearlyNameEn" fr="yearlyNameFr" />
        <OfficesSelect name="yearlyOffices" />
        <Button>{t('preview')}</Button>
      </PageForm>
    </>
  );
}

/** The year, the closures, and the date of a claim that arrives before the opening. */
export default async function CalendarPage({ searchParams }: PageProps<'/[locale]/admin/calendar'>) {
  const actor = await requireStaff('registrar');
  const closures = await orNotFound(listClosures(actor));
  const [t, approvals] = [await getTranslations('adminCalendar'), await getTranslations('approvals')];
  const calendar = await getAllClosures();
  const year = yearAsked((await searchParams).year);
  const { beforeOpening } = calendar;
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
      <Closures closures={closures} />
      <ClosureForms />
      <h2>{t('beforeOpening')}</h2>
      <PageForm action={setOpening} initial={{ beforeOpening }} doneMessage={await proposedWords()}>
        <RadioGroup
          name="beforeOpening"
          label={t('beforeOpeningQuestion')}
          options={BEFORE_OPENING.map((value) => ({ value, label: t(value) }))}
        />
        <TextField name="openingReason" label={t('reason')} width="full" />
        <Button>{t('save')}</Button>
      </PageForm>
    </>
  );
}
