import { choosePlace } from '@/lib/pdf/placement/choose-place';
import { type Occupied, occupiedOn } from '@/lib/pdf/placement/occupied';
import { readForm } from '@/lib/pdf/read/form';
import { contentsOf, firstPage, frameOf, type PageNode } from '@/lib/pdf/read/page-tree';
import type { Place } from '@/lib/pdf/read/seal-order';
import { unclosedStates } from '@/lib/pdf/read/unclosed-states';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { Damaged } from '@/lib/pdf/syntax/lexer';
import { withPdf } from '@/lib/pdf/syntax/open';

/**
 * `unseen` assumes that no spot on the first page is free; `seen` looks at the page's content, which can take
 * long.
 */
export type Places = { unseen: Place; seen(): Promise<Place> };

/**
 * Finds a place where the court's seal covers nothing on the first page.
 * @throws PdfRefused
 */
export function findPlaces(bytes: Uint8Array): Places {
  const { frame, isSigned, open } = withPdf(bytes, (pdf) => {
    const page = firstPage(pdf);
    return { frame: frameOf(pdf, page), isSigned: readForm(pdf).isSigned, open: openStates(pdf, page) };
  });
  const choose = (occupied?: Occupied): Place => {
    const place = choosePlace(frame, occupied, isSigned);
    return open === undefined ? place : { ...place, open };
  };
  return { unseen: choose(), seen: async () => choose(await look(bytes)) };
}

/** Everything on the first page, or undefined if pdf.js cannot tell. */
async function look(bytes: Uint8Array): Promise<Occupied | undefined> {
  try {
    return await occupiedOn(bytes);
  } catch {
    return undefined;
  }
}

/** Unreadable content counts as closing every state that it opens, because readers take it to end there. */
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
