import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef } from 'pdf-lib';
import { PdfRefused } from '@/lib/pdf/refusal';

/** A page, or a node of the tree above it. */
export type PageNode = { dict: PDFDict; ref: PDFRef; parent: PageNode | undefined };

/**
 * Counts the pages and finds the first, without trusting /Count, /Type or /Parent, and in time linear in the
 * size of the tree even where it repeats or contains itself.
 * @throws PdfRefused where there is no page or a branch cannot be read
 */
export function readPages(document: PDFDocument): { pages: number; first: PageNode } {
  const root = document.catalog.get(PDFName.of('Pages'));
  const open = [nodeAt(document, root, undefined)];
  const seen = new Set<PDFDict>();
  let pages = 0;
  let first: PageNode | undefined;
  for (let node = open.pop(); node; node = open.pop()) {
    const kids = node.dict.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) {
      if (seen.has(node.dict)) continue;
      seen.add(node.dict);
      for (const kid of kids.asArray().toReversed()) open.push(nodeAt(document, kid, node));
    } else if (node.dict.lookup(PDFName.of('Type')) !== PDFName.of('Pages')) {
      pages += 1;
      first ??= node;
    }
  }
  if (!first) throw new PdfRefused('no-pages');
  return { pages, first };
}

function nodeAt(document: PDFDocument, ref: PDFObject | undefined, parent: PageNode | undefined): PageNode {
  const dict = document.context.lookup(ref);
  if (!(ref instanceof PDFRef && dict instanceof PDFDict)) throw new PdfRefused('corrupt');
  return { dict, ref, parent };
}

/** An attribute of a page, its own or the nearest above it. */
export function inherited(page: PageNode, name: string): PDFObject | undefined {
  for (let node: PageNode | undefined = page; node; node = node.parent) {
    const value = node.dict.lookup(PDFName.of(name));
    if (value) return value;
  }
  return undefined;
}
