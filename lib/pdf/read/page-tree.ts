import type { Box, PageFrame } from '@/lib/pdf/read/geometry';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { Damaged } from '@/lib/pdf/syntax/lexer';
import { type Dict, Ref, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

/** A page, or a node of the tree above it. */
export type PageNode = { ref: Ref; dict: Dict; parent: PageNode | undefined };

/**
 * The pages in their order. /Count, /Type and /Parent are not trusted. A node that repeats or contains itself
 * is followed once. ISO 32000-2, 7.7.3.
 */
export function* pagesOf(pdf: PdfFile): Generator<PageNode> {
  const open: { value: Value; parent: PageNode | undefined }[] = [
    { value: pdf.catalog?.get('Pages') ?? null, parent: undefined },
  ];
  const followed = new Set<number>();
  for (let next = open.pop(); next; next = open.pop()) {
    const node = nodeOf(pdf, next.value, next.parent);
    if (!node) continue;
    const { ref, dict } = node;
    const type = pdf.name(dict.get('Type'));
    const kids = type === 'Page' ? undefined : pdf.array(dict.get('Kids'));
    if (!kids && type !== 'Pages') yield node;
    if (!kids || followed.has(ref.number)) continue;
    followed.add(ref.number);
    for (const kid of kids.toReversed()) open.push({ value: kid, parent: node });
  }
}

function nodeOf(pdf: PdfFile, ref: Value, parent: PageNode | undefined): PageNode | undefined {
  const dict = ref instanceof Ref ? pdf.dict(ref) : undefined;
  return ref instanceof Ref && dict ? { ref, dict, parent } : undefined;
}

/** @throws PdfRefused 'no-pages'; Damaged where a recovered cross-reference may still lead to pages */
export function firstPage(pdf: PdfFile): PageNode {
  for (const page of pagesOf(pdf)) return page;
  throw pdf.isRecovered ? new PdfRefused('no-pages') : new Damaged('no pages');
}

/** At least one; throws as `firstPage` does. */
export function countPages(pdf: PdfFile): number {
  firstPage(pdf);
  let pages = 0;
  for (const _ of pagesOf(pdf)) pages += 1;
  return pages;
}

/** An attribute of a page: its own, or that of the nearest node above it. */
export function inherited(page: PageNode, key: string): Value | undefined {
  for (let node: PageNode | undefined = page; node; node = node.parent) {
    const value = node.dict.get(key);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** How a page is shown. */
export function frameOf(pdf: PdfFile, page: PageNode): PageFrame {
  const userUnit = pdf.number(page.dict.get('UserUnit')) ?? 1;
  return {
    media: boxOf(pdf, inherited(page, 'MediaBox')),
    crop: boxOf(pdf, inherited(page, 'CropBox')),
    rotate: pdf.number(inherited(page, 'Rotate')) ?? 0,
    userUnit: userUnit > 0 ? userUnit : 1,
  };
}

function boxOf(pdf: PdfFile, value: Value | undefined): Box | undefined {
  const [a, b, c, d] = (pdf.array(value) ?? []).map((corner) => pdf.number(corner));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [a, b, c, d];
}

/** The streams of a page's content, in their order. */
export function contentsOf(pdf: PdfFile, page: PageNode): Ref[] {
  const contents = page.dict.get('Contents');
  const parts = pdf.array(contents) ?? [contents ?? null];
  return parts.filter((part): part is Ref => part instanceof Ref && pdf.stream(part) !== undefined);
}
