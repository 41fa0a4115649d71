import type { DocumentKind } from '@/lib/domain/claim/document';
import type { DocumentWarning, WarningKind } from '@/lib/domain/claim/document-warning';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';

/** What a filer should be told of the text of a document that was uploaded as this kind. */
export function warningsOfReading(reading: ClaimReading, kind: DocumentKind): DocumentWarning[] {
  const { text, form, courtName, fileNumber, sideways } = reading;
  const isOther = reading.kind !== null && reading.kind !== readAs(kind);
  const isClaim = kind === 'claim' && form !== null;
  const called: [WarningKind, boolean][] = [
    ['kind-differs', isOther],
    ['not-a-claim', kind === 'claim' && text && form === null && !isOther],
    ['no-text', !text],
    ['no-court-name', isClaim && !courtName],
    // The statement of claim after a notice of action (14D) has the number of that notice.
    ['earlier-file-number', isClaim && form !== '14D' && fileNumber !== null],
  ];
  const found = called.filter(([, applies]) => applies).map(([warning]) => ({ kind: warning, pages: [] }));
  return sideways.length > 0 ? [...found, { kind: 'sideways-pages', pages: sideways }] : found;
}

/** A statement of claim that follows a notice of action reads like any other. */
const readAs = (kind: DocumentKind): DocumentKind => (kind === 'statement-of-claim' ? 'claim' : kind);
