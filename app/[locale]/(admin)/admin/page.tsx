import { getLocale, getTranslations } from 'next-intl/server';
import { approvalsForMe } from '@/app/[locale]/(admin)/admin/approvals-for-me';
import { Paused } from '@/app/[locale]/(admin)/admin/emails/paused';
import { Figures, NeedsYou, Opening } from '@/app/[locale]/(admin)/admin/figures';
import { FilingTable } from '@/app/[locale]/(admin)/admin/filing-table';
import { Issuing } from '@/app/[locale]/(admin)/admin/issuing';
import { Plots } from '@/app/[locale]/(admin)/admin/plots';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Alert } from '@/app/ui/display/alert';
import { PageLinks } from '@/app/ui/display/page-links';
import { pageTitle } from '@/app/ui/layout/page-title';
import { type FilingLine, getDay } from '@/lib/data/filing/administration';
import { listWaitingSubstitutes } from '@/lib/data/filing/substitutes';
import { getDesk } from '@/lib/data/health/desk';
import { formatDate } from '@/lib/domain/court/dates';
import { courtNow, systemNow } from '@/lib/services/clock';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminToday');

/** Filings that need a person come before everything else. */
async function Overdue({ filings }: { filings: FilingLine[] }) {
  const t = await getTranslations('adminToday');
  if (filings.length === 0) return null;
  return (
    <section id="overdue">
      <Alert look="error" heading={t('overdueHeading')}>
        <p>{t('overdue')}</p>
      </Alert>
      <FilingTable caption={t('overdueCaption')} filings={filings} empty="" />
    </section>
  );
}

/** Copies that await a registrar's decision. */
async function Waiting({ references }: { references: string[] }) {
  const t = await getTranslations('adminHold');
  if (references.length === 0) return null;
  return (
    <section id="copies">
      <h2>{t('waiting')}</h2>
      <ul>
        {references.map((reference) => (
          <li key={reference}>
            <RowLink href={{ pathname: '/admin/filings/[reference]', params: { reference } }}>
              {reference}
            </RowLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The court's day: what waits for staff, how the service goes, the totals, and the day's filings, 20 a page. */
export default async function TodayPage({ searchParams }: PageProps<'/[locale]/admin'>) {
  const actor = await requireStaff();
  const [t, hold, locale] = [
    await getTranslations('adminToday'),
    await getTranslations('adminHold'),
    await getLocale(),
  ];
  const times = { now: systemNow(), courtNow: courtNow() };
  const page = Number((await searchParams).page);
  const { day, overdue, held, counts, filings } = await getDay(actor, times.courtNow, page);
  const desk = await getDesk(actor, times);
  const copies = await listWaitingSubstitutes(actor);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{formatDate(day, locale)}</p>
      <Opening opening={desk.opening} />
      <Paused actor={actor} />
      <NeedsYou counts={counts} copies={copies.length} approvals={await approvalsForMe()} />
      <Issuing actor={actor} />
      <Overdue filings={overdue} />
      <section id="held">
        <FilingTable caption={hold('heldCaption')} filings={held} empty={hold('noneHeld')} />
      </section>
      <Waiting references={copies} />
      <Figures counts={counts} desk={desk} />
      <h2>{t('filings')}</h2>
      <FilingTable caption={t('caption')} filings={filings.rows} empty={t('empty')} />
      <PageLinks
        page={filings.page}
        pages={filings.pages}
        href={(to) => ({ pathname: '/admin', query: { page: to } })}
      />
      <Plots days={desk.days} />
    </>
  );
}
