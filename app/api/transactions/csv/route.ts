import { stringify } from 'csv-stringify/sync';
import { createTranslator } from 'next-intl';
import { downloadStream } from '@/app/api/download';
import { type Asked, askedOf } from '@/app/api/transactions/asked';
import { eachFiling, type ListedFiling } from '@/lib/data/filing/own/own-filings';
import { courtDay } from '@/lib/domain/court/calendar';
import { stateWord } from '@/lib/domain/filing/filing';
import { catalogues } from '@/lib/messages/catalogue';
import type { Locale } from '@/lib/web/routes/paths';

/** By this mark spreadsheets know that the letters are UTF-8. */
const MARK = '\ufeff';

/** The person's own submissions as a table of comma-separated values (RFC 4180), row after row as they are read. */
export async function POST(request: Request): Promise<Response> {
  const asked = await askedOf(request);
  if (asked instanceof Response) return asked;
  const lines = linesOf(asked);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(new TextEncoder().encode(value));
    },
  });
  return downloadStream('transactions.csv', 'text/csv; charset=utf-8', body);
}

async function* linesOf({ actor, filter, locale }: Asked): AsyncGenerator<string, undefined> {
  const { headings, rowOf } = tableIn(locale);
  yield MARK + line(headings);
  for await (const filing of eachFiling(actor, filter)) yield line(rowOf(filing));
}

/** A cell that begins like a formula gets an apostrophe, so that no spreadsheet computes it. */
const line = (cells: string[]) => stringify([cells], { escape_formulas: true, record_delimiter: 'windows' });

/** The columns in a language. Days are by the court's date, `YYYY-MM-DD`. */
function tableIn(locale: Locale) {
  const messages = catalogues[locale];
  const t = createTranslator({ locale, messages, namespace: 'transactions' });
  const states = createTranslator({ locale, messages, namespace: 'filingState' });
  const kinds = createTranslator({ locale, messages, namespace: 'documentKind' });
  const restrictionNames = createTranslator({ locale, messages, namespace: 'restriction.names' });
  const names = [
    ...(['reference', 'status', 'proceeding', 'own', 'fileNumber'] as const),
    ...(['received', 'issueOn', 'documents', 'restrictions'] as const),
  ];
  return {
    headings: names.map((name) => t(name)),
    rowOf: ({ reference, title, ownNumber, fileNumber, receivedAt, issueOn, ...filing }: ListedFiling) => [
      ...[reference, states(stateWord(filing)), title, ownNumber, fileNumber ?? ''],
      ...[courtDay(receivedAt), issueOn],
      filing.documents.map(({ kind }) => kinds(kind)).join('; '),
      filing.restrictions.map((kind) => restrictionNames(kind)).join('; '),
    ],
  };
}
