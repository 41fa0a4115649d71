import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/ui/display/table';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainLink } from '@/app/ui/links/plain-link';
import { listAuditRoots } from '@/lib/data/audit/audit-check';
import { rowsPerPage } from '@/lib/data/db/page';
import { listRegisterDays, type RegisterDay } from '@/lib/data/register/register-reading';
import { formatDate, formatShortDate } from '@/lib/domain/court/dates';
import { isDay } from '@/lib/domain/text';

export const generateMetadata = pageTitle('courtRegister');

async function Days({ days }: { days: RegisterDay[] }) {
  const [t, locale] = [await getTranslations('courtRegister'), await getLocale()];
  const rows = days.map(({ day, first, last, root }) => ({
    key: day,
    cells: [
      formatShortDate(day, locale),
      t('range', { first: String(first), last: String(last) }),
      <code key="root" className="break-all text-sm">
        {root}
      </code>,
      <a
        key="file"
        href={`/api/register?day=${day}`}
        aria-label={t('downloadDay', { date: formatDate(day, locale) })}
        className="inline-flex min-h-11 items-center text-link underline sm:min-h-0"
      >
        {t('download')}
      </a>,
    ],
  }));
  const headings = [t('day'), t('entries'), t('root'), t('file')];
  return <Table caption={t('caption')} headings={headings} rows={rows} empty={t('empty')} headed />;
}

/** The roots of the audit log, which itself is not public. */
async function AuditRoots({ before }: { before: string | undefined }) {
  const [t, locale] = [await getTranslations('courtRegister'), await getLocale()];
  const rows = (await listAuditRoots(before)).map(({ day, place, root }) => ({
    key: day,
    cells: [
      formatShortDate(day, locale),
      String(place),
      <code key="root" className="break-all text-sm">
        {root}
      </code>,
    ],
  }));
  const headings = [t('day'), t('audit.lines'), t('root')];
  return (
    <>
      <h2>{t('audit.heading')}</h2>
      <p>{t('audit.words')}</p>
      <Table caption={t('audit.caption')} headings={headings} rows={rows} empty={t('audit.empty')} headed />
    </>
  );
}

/** The register of issued claims, for anyone to check: its days with their roots, and its files. */
export default async function CourtRegisterPage({ searchParams }: PageProps<'/[locale]/court-register'>) {
  const t = await getTranslations('courtRegister');
  const { before } = await searchParams;
  const limit = typeof before === 'string' && isDay(before) ? before : undefined;
  const days = await listRegisterDays(limit);
  const oldest = days.at(-1);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('lead')}</p>
      <p>{t('chain')}</p>
      <p>
        <a href="/api/register">{t('downloadWhole')}</a>
      </p>
      <h2>{t('days')}</h2>
      <Days days={days} />
      {oldest && days.length === rowsPerPage && (
        <p>
          <PlainLink href={{ pathname: '/court-register', query: { before: oldest.day } }}>
            {t('older')}
          </PlainLink>
        </p>
      )}
      <AuditRoots before={limit} />
      <h2>{t('how.heading')}</h2>
      <p>{t('how.days')}</p>
      <p>{t('how.text')}</p>
      <p>{t('how.program')}</p>
    </>
  );
}
