import { getLocale, getTranslations } from 'next-intl/server';
import { addDated, addYearly, setOpening } from '@/app/[locale]/(admin)/admin/calendar/actions';
import { Closures } from '@/app/[locale]/(admin)/admin/calendar/closures';
import { proposedWords } from '@/app/[locale]/(admin)/admin/proposed-words';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Table } from '@/app/ui/display/table';
import { Checkbox, RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getCalendar } from '@/lib/data/court/calendar';
import { listClosures } from '@/lib/data/court/calendar-editing';
import { BEFORE_OPENING, courtDay } from '@/lib/domain/court/calendar';
import { formatDate } from '@/lib/domain/court/dates';
import { yearOf } from '@/lib/domain/court/day';
import { holidays } from '@/lib/domain/court/holidays';
import { courtNow } from '@/lib/services/clock';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminCalendar');

/** The holidays of r. 1.03(1) this year and next, which cannot be changed here. */
async function Holidays() {
  const [t, names, locale] = [
    await getTranslations('adminCalendar'),
    await getTranslations('holiday'),
    await getLocale(),
  ];
  const year = yearOf(courtDay(courtNow()));
  const rows = [...holidays(year), ...holidays(year + 1)].map(({ on, name }) => ({
    key: `${on} ${name}`,
    cells: [formatDate(on, locale), names(name)],
  }));
  return <Table caption={t('holidays')} headings={[t('when'), t('name')]} rows={rows} empty="" />;
}

/** The days on which the offices are closed, and the date of a claim that arrives before the opening. */
export default async function CalendarPage() {
  const actor = await requireStaff('registrar');
  const [t, approvals] = [await getTranslations('adminCalendar'), await getTranslations('approvals')];
  const proposed = await proposedWords();
  const [closures, { beforeOpening }] = [await listClosures(actor), await getCalendar()];
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <p>
        <RowLink href="/admin/approvals">{approvals('show')}</RowLink>
      </p>
      <Closures closures={closures} />
      <h2>{t('addDated')}</h2>
      <PageForm action={addDated} doneMessage={proposed}>
        <TextField name="on" label={t('date')} hint={t('dateHint')} width="medium" />
        <TextField name="nameEn" label={t('nameEn')} />
        <TextField name="nameFr" label={t('nameFr')} />
        <Checkbox name="isHoliday" label={t('isHoliday')} />
        <TextField name="closureReason" label={t('reason')} width="full" />
        <Button>{t('add')}</Button>
      </PageForm>
      <h2>{t('addYearly')}</h2>
      <p>{t('yearlyHint')}</p>
      <PageForm action={addYearly} doneMessage={proposed}>
        <TextField name="month" label={t('month')} width="short" />
        <TextField name="day" label={t('day')} width="short" />
        <TextField name="fromYear" label={t('fromYear')} width="short" />
        <TextField name="yearlyNameEn" label={t('nameEn')} />
        <TextField name="yearlyNameFr" label={t('nameFr')} />
        <TextField name="yearlyReason" label={t('reason')} width="full" />
        <Button>{t('add')}</Button>
      </PageForm>
      <h2>{t('beforeOpening')}</h2>
      <PageForm action={setOpening} initial={{ beforeOpening }} doneMessage={proposed}>
        <RadioGroup
          name="beforeOpening"
          label={t('beforeOpeningQuestion')}
          options={BEFORE_OPENING.map((value) => ({ value, label: t(value) }))}
        />
        <TextField name="openingReason" label={t('reason')} width="full" />
        <Button>{t('save')}</Button>
      </PageForm>
      <h2>{t('holidaysHeading')}</h2>
      <p>{t('holidaysWords')}</p>
      <Holidays />
    </>
  );
}
