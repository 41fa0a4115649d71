import { createTranslator } from 'next-intl';
import { downloadStream, streamOf } from '@/app/api/download';
import { type Asked, askedOf } from '@/app/api/transactions/asked';
import { eachFiling, type ListedFiling } from '@/lib/data/filing/own/own-filings';
import { courtDay } from '@/lib/domain/court/calendar';
import { stateWord } from '@/lib/domain/filing/filing';
import { catalogues } from '@/lib/messages/catalogue';
import { csvLines, MARK } from '@/lib/web/desk/csv';
import type { Locale } from '@/lib/web/routes/paths';

/** The person's own submissions as a table of comma-separated values (RFC 4180), row after row as they are read. */
export async function POST(request: Request): Promise<Response> {
  const asked = await askedOf(request);
  if (asked instanceof Response) return asked;
  return downloadStream('transactions.csv', 'text/csv; charset=utf-8', streamOf(linesOf(asked)));
}

async function* linesOf({ actor, filter, locale }: Asked): AsyncGenerator<string> {
  const { headings, rowOf } = tableIn(locale);
  yield MARK + csvLines([headings]);
  for await (const filing of eachFiling(actor, filter)) yield csvLines([rowOf(filing)]);
}

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
