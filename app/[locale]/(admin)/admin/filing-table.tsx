import { filingFacts, filingHeadings } from '@/app/[locale]/(admin)/admin/filing-words';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { Table } from '@/app/ui/table';
import type { FilingLine } from '@/lib/data/administration';
import { Link } from '@/lib/web/navigation';

/** A link to all of a filing. Looking at it is recorded, so the browser must not look ahead of the person. */
function FilingLink({ reference }: { reference: string }) {
  return (
    <Link
      href={{ pathname: '/admin/filings/[reference]', params: { reference } }}
      prefetch={false}
      className="inline-flex min-h-11 items-center text-link underline"
    >
      {reference}
    </Link>
  );
}

export async function FilingTable(props: { caption: string; filings: readonly FilingLine[]; empty: string }) {
  const rows = props.filings.map(async (filing) => ({
    key: filing.reference,
    cells: [
      <FilingLink key="reference" reference={filing.reference} />,
      <FilingStatus key="status" state={filing.state} />,
      ...(await filingFacts(filing)),
    ],
  }));
  const [headings, shown] = [await filingHeadings(), await Promise.all(rows)];
  return <Table caption={props.caption} headings={headings} rows={shown} empty={props.empty} />;
}
