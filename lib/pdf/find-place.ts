import { choosePlace } from '@/lib/pdf/choose-place';
import type { PdfFile } from '@/lib/pdf/file';
import { readForm } from '@/lib/pdf/form';
import { Damaged } from '@/lib/pdf/lexer';
import { type Occupied, occupiedOn } from '@/lib/pdf/occupied';
import { withPdf } from '@/lib/pdf/open';
import type { Place } from '@/lib/pdf/order';
import { contentsOf, firstPage, frameOf, type PageNode } from '@/lib/pdf/page-tree';
import { unclosedStates } from '@/lib/pdf/unclosed-states';

/**
 * Where the court's seal can stand without covering what stands on the first page. Slow, as it has to know what
 * stands there: it is asked once, when a document arrives.
 * @param blind does not look: nothing counts as free
 * @throws PdfRefused
 */
export async function findPlace(bytes: Uint8Array, { blind }: { blind: boolean }): Promise<Place> {
  const { frame, isSigned, open } = withPdf(bytes, (pdf) => {
    const page = firstPage(pdf);
    return { frame: frameOf(pdf, page), isSigned: readForm(pdf).isSigned, open: openStates(pdf, page) };
  });
  const occupied = blind ? undefined : await look(bytes);
  const place = choosePlace(frame, occupied, isSigned);
  return open === undefined ? place : { ...place, open };
}

/** What stands on the first page, undefined where pdf.js cannot tell. */
async function look(bytes: Uint8Array): Promise<Occupied | undefined> {
  try {
    return await occupiedOn(bytes);
  } catch {
    return undefined;
  }
}

/** Content that cannot be read is taken to close what it opens, as readers take it to end there. */
function openStates(pdf: PdfFile, page: PageNode): number | undefined {
  const parts = contentsOf(pdf, page).map((ref) => {
    try {
      return pdf.stream(ref)?.data() ?? Buffer.alloc(0);
    } catch (error) {
      if (error instanceof Damaged) return Buffer.alloc(0);
      throw error;
    }
  });
  return unclosedStates(Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])));
}
