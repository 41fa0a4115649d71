import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import type { DraftDocument } from '@/lib/data/claim/documents/documents';
import { type DocumentWarning, isNote, pageRanges, WARNING_KINDS } from '@/lib/domain/claim/document-warning';
import { warningsOfReading } from '@/lib/domain/claim/reading/reading-warnings';

/** Ranges of pages that are named; how many more there are is said. */
const mostNamed = 8;

type Found = Pick<DraftDocument, 'name' | 'warnings' | 'kind' | 'reading'>;

/** What was found in a document, in its pages and in its text. */
export function warningsOf({ warnings, kind, reading }: Omit<Found, 'name'>): DocumentWarning[] {
  const isNamed = kind !== null || reading?.kind;
  const ofText = reading ? warningsOfReading(reading, kind ?? reading.kind ?? 'claim') : [];
  return [...warnings, ...ofText].filter((one) => isNamed || one.kind !== 'not-a-claim');
}

/** What a filer should look at in a document before filing it. Blank pages alone are a note, not a warning. */
export async function DocumentWarnings({ document }: { document: Found }) {
  const { name } = document;
  const warnings = warningsOf(document);
  const [t, locale] = [await getTranslations('documentWarning'), await getLocale()];
  if (warnings.length === 0) return null;
  const pagesOf = (pages: readonly number[]) => {
    const named = pageRanges(pages).slice(0, mostNamed);
    const count = pages.length;
    const more = pageRanges(pages).length - named.length;
    if (more > 0) return t('morePages', { count, list: named.join(', '), more });
    return t('pages', { count, list: new Intl.ListFormat(locale).format(named) });
  };
  return (
    <Alert look={warnings.every(isNote) ? 'information' : 'warning'} heading={t('heading', { name })}>
      <ul className="mb-0! list-disc space-y-2 pl-6 wrap-anywhere">
        {WARNING_KINDS.flatMap((known) => warnings.filter((warning) => warning.kind === known)).map(
          ({ kind: warned, pages }) => (
            <li key={warned}>{t(warned, { pages: pagesOf(pages), count: pages.length })}</li>
          ),
        )}
      </ul>
    </Alert>
  );
}
