import { filingFacts, filingHeadings } from '@/app/[locale]/(admin)/admin/filing-words';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { Table } from '@/app/ui/display/table';
import type { FilingLine } from '@/lib/data/filing/administration';

/** A table of filings, each with a link to its page. */
export async function FilingTable(props: { caption: string; filings: readonly FilingLine[]; empty: string }) {
  const rows = props.filings.map(async (filing) => ({
    key: filing.reference,
    cells: [
      <RowLink
        key="reference"
        href={{ pathname: '/admin/filings/[reference]', params: { reference: filing.reference } }}
      >
        {filing.reference}
      </RowLink>,
      <FilingStatus key="status" filing={filing} />,
      ...(await filingFacts(filing)),
    ],
  }));
  const [headings, shown] = [await filingHeadings(), await Promise.all(rows)];
  return <Table caption={props.caption} headings={headings} rows={shown} empty={props.empty} />;
}
