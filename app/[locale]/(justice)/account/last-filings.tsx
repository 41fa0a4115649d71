import { getLocale, getTranslations } from 'next-intl/server';
import { TitledLink } from '@/app/[locale]/(justice)/titled';
import { Downloads } from '@/app/[locale]/(justice)/transactions/downloads';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { Table } from '@/app/ui/display/table';
import { firstFilings } from '@/lib/data/filing/own/own-filings';
import type { UserActor } from '@/lib/domain/access/access';
import { formatShortDate } from '@/lib/domain/court/dates';
import { listFilter } from '@/lib/domain/filing/list-filter';
import { Link } from '@/lib/web/routes/link';

/** As many are shown; Transactions has them all. */
const most = 5;

/** The person's last submissions. */
export async function LastFilings({ actor }: { actor: UserActor }) {
  const [t, list, locale] = [
    await getTranslations('account'),
    await getTranslations('transactions'),
    await getLocale(),
  ];
  const rows = await firstFilings(actor, listFilter({}), most);
  const headings = ['proceeding', 'status', 'fileNumber', 'issueOn'] as const;
  return (
    <section aria-labelledby="last">
      <h2 id="last">{t('last')}</h2>
      <Table
        caption={t('lastCaption')}
        headings={headings.map((name) => list(name))}
        empty={t('noFilings')}
        headed
        rows={rows.map((filing) => ({
          key: filing.reference,
          cells: [
            <div key="title">
              <TitledLink
                href={{ pathname: '/transactions/[reference]', params: { reference: filing.reference } }}
                title={filing.title}
                own={filing.ownNumber}
              />
              <Downloads filing={filing} />
            </div>,
            <FilingStatus key="status" filing={filing} />,
            <span key="number" className="sm:whitespace-nowrap">
              {filing.fileNumber ?? list(filing.state === 'withdrawn' ? 'never' : 'notYet')}
            </span>,
            <span key="date" className="sm:whitespace-nowrap">
              {formatShortDate(filing.issueOn, locale)}
            </span>,
          ],
        }))}
      />
      {rows.length > 0 && (
        <p>
          <Link href="/transactions">{t('all')}</Link>
        </p>
      )}
    </section>
  );
}
