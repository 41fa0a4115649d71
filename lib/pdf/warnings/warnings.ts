import type { DocumentWarning, WarningKind } from '@/lib/domain/claim/document-warning';
import { readForm } from '@/lib/pdf/read/form';
import { type Box, shownBox } from '@/lib/pdf/read/geometry';
import { contentsOf, frameOf, inherited, type PageNode, pagesOf } from '@/lib/pdf/read/page-tree';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { Damaged } from '@/lib/pdf/syntax/lexer';
import { withPdf } from '@/lib/pdf/syntax/open';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';
import { annotationsOf, isField, shows, warningsOfAnnotation } from '@/lib/pdf/warnings/annotations';
import { PageMarks } from '@/lib/pdf/warnings/page-marks';
import { type Allowance, PageReader } from '@/lib/pdf/warnings/page-reader';
import { isLetter, isRestricted } from '@/lib/pdf/warnings/whole-document';

/** Content that is read takes a second for about 10 MB. A document that has more is told of what came before. */
const mostBytes = 24 * 1024 * 1024;
const everywhere: Box = [-1e9, -1e9, 1e9, 1e9];

/**
 * What a document holds that is not on its pages for every reader: the filer is told before it is filed, with the
 * pages. A page that cannot be read calls for no warning.
 */
export function warningsOf(bytes: Uint8Array): DocumentWarning[] {
  return withPdf(bytes, (pdf) => {
    const found = new Map<WarningKind, number[]>();
    const allowance: Allowance = { bytes: mostBytes };
    let number = 0;
    for (const page of pagesOf(pdf)) {
      number += 1;
      for (const kind of new Set(warningsOfPage(pdf, page, allowance))) {
        found.set(kind, [...(found.get(kind) ?? []), number]);
      }
    }
    if (isRestricted(pdf)) found.set('owner-restrictions', []);
    if (readForm(pdf).isSigned) found.set('signed', []);
    return [...found].map(([kind, pages]) => ({ kind, pages }));
  });
}

function warningsOfPage(pdf: PdfFile, page: PageNode, allowance: Allowance): WarningKind[] {
  const annotations = annotationsOf(pdf, page);
  const called: WarningKind[] = annotations.flatMap((annotation) => warningsOfAnnotation(pdf, annotation));
  if (annotations.some((annotation) => isField(pdf, annotation))) called.push('fields-not-flattened');
  if (!isLetter(frameOf(pdf, page))) called.push('not-letter');
  const marks = marksOf(pdf, page, allowance);
  if (!marks || allowance.bytes < 0) return called;
  if (marks.hasHiddenText) called.push('hidden-text');
  if (marks.isBlank && !annotations.some((annotation) => shows(pdf, annotation))) called.push('blank-pages');
  return called;
}

/** Undefined if the page's content cannot be read. */
function marksOf(pdf: PdfFile, page: PageNode, allowance: Allowance): PageMarks | undefined {
  try {
    const marks = new PageMarks(shownBox(frameOf(pdf, page)));
    const parts = contentsOf(pdf, page).flatMap((ref) => [
      pdf.stream(ref)?.data() ?? Buffer.alloc(0),
      Buffer.from('\n'),
    ]);
    new PageReader(pdf, marks, allowance, everywhere).read(
      Buffer.concat(parts),
      pdf.dict(inherited(page, 'Resources')),
    );
    return marks;
  } catch (error) {
    if (error instanceof Damaged || error instanceof PdfRefused) return undefined;
    throw error;
  }
}
