import { postedTable } from '@/app/api/admin/posted-table';
import { exportFilings } from '@/lib/data/search/filing-search';
import { filingTerms } from '@/lib/domain/filing/search-form';
import { filingTable } from '@/lib/web/desk/filing-table';

const table = { input: filingTerms, page: '/admin/filings', subject: 'filings', name: 'filings' } as const;

/** What the search form of filings finds as a table, for staff. For anyone else it does not exist. */
export function POST(request: Request): Promise<Response> {
  return postedTable(request, table, async ({ actor, input, now, locale }) =>
    filingTable(await exportFilings(actor, input, now), locale),
  );
}
