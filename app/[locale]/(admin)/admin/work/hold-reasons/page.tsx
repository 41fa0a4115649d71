import { getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Ending, Keeping } from '@/app/[locale]/(admin)/admin/work/hold-reasons/forms';
import { KeptReasons, ServiceReasons } from '@/app/[locale]/(admin)/admin/work/hold-reasons/tables';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listKeptReasons } from '@/lib/data/filing/holds/hold-reasons';
import { courtDay } from '@/lib/domain/court/calendar';
import { isOver } from '@/lib/domain/filing/holds/kept-reason';
import { courtNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('holdReasons');

/** The catalogue of reasons for which filings are put on hold: those that registrars keep, and the service's own. */
export default async function HoldReasonsPage() {
  const actor = await requireStaff('registrar');
  const reasons = await orNotFound(listKeptReasons(actor));
  const [t, approvals] = [await getTranslations('holdReasons'), await getTranslations('approvals')];
  const today = courtDay(courtNow());
  const current = reasons.filter((reason) => !isOver(reason, today));
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <p>
        <RowLink href="/admin/approvals">{approvals('show')}</RowLink>
      </p>
      <h2>{t('kept')}</h2>
      <KeptReasons reasons={reasons} />
      <Keeping today={today} />
      {current.length > 0 && <Ending reasons={current} />}
      <h2>{t('ofService')}</h2>
      <p>{t('ofServiceWords')}</p>
      <ServiceReasons />
    </>
  );
}
