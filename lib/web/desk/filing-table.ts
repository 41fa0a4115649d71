import { createTranslator } from 'next-intl';
import type { ExportedFiling } from '@/lib/data/search/exported-filing';
import { contactName } from '@/lib/domain/contact/contact';
import { stateWord } from '@/lib/domain/filing/filing';
import { catalogues } from '@/lib/messages/catalogue';
import { csvLines, MARK } from '@/lib/web/desk/csv';
import type { Locale } from '@/lib/web/routes/paths';

/** Filings as comma-separated values in a language, a part at a time. Instants are in UTC, as ISO 8601 writes them. */
export async function* filingTable(
  parts: AsyncIterable<ExportedFiling[]>,
  locale: Locale,
): AsyncGenerator<string> {
  const messages = catalogues[locale];
  const t = createTranslator({ locale, messages, namespace: 'adminFilings' });
  const states = createTranslator({ locale, messages, namespace: 'filingState' });
  const names = [
    ...(['reference', 'fileNumber', 'status', 'proceeding', 'court', 'received', 'issueOn'] as const),
    ...(['issued', 'filer', 'firm', 'ownNumber'] as const),
  ];
  yield MARK + csvLines([names.map((name) => t(name))]);
  for await (const filings of parts)
    yield csvLines(
      filings.map((filing) => [
        ...[filing.reference, filing.fileNumber ?? '', states(stateWord(filing))],
        ...[filing.title ?? '', filing.court, filing.receivedAt.toISOString(), filing.issueOn],
        ...[filing.issuedAt?.toISOString() ?? '', filing.contact ? contactName(filing.contact) : ''],
        ...[filing.contact?.firm ?? '', filing.ownNumber],
      ]),
    );
}
