import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import type { DraftDocument } from '@/lib/data/claim/documents';
import { pageRanges, WARNING_KINDS } from '@/lib/domain/claim/document-warning';

/** Ranges of pages that are named; how many more there are is said. */
const mostNamed = 8;

/** What a filer should look at in a document before filing it. Blank pages alone are a note, not a warning. */
export async function DocumentWarnings({ document: { name, warnings } }: { document: DraftDocument }) {
  const [t, locale] = [await getTranslations('documentWarning'), await getLocale()];
  if (warnings.length === 0) return null;
  const isNote = warnings.every(({ kind }) => kind === 'blank-pages');
  const pagesOf = (pages: readonly number[]) => {
    const named = pageRanges(pages).slice(0, mostNamed);
    const count = pages.length;
    const more = pageRanges(pages).length - named.length;
    if (more > 0) return t('morePages', { count, list: named.join(', '), more });
    return t('pages', { count, list: new Intl.ListFormat(locale).format(named) });
  };
  return (
    <Alert look={isNote ? 'information' : 'warning'} heading={t('heading', { name })}>
      <ul className="mb-0! list-disc space-y-2 pl-6 wrap-anywhere">
        {WARNING_KINDS.flatMap((kind) => warnings.filter((warning) => warning.kind === kind)).map(
          ({ kind, pages }) => (
            <li key={kind}>{t(kind, { pages: pagesOf(pages), count: pages.length })}</li>
          ),
        )}
      </ul>
    </Alert>
  );
}
