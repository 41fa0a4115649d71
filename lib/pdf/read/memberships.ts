import { pagesOf } from '@/lib/pdf/read/page-tree';
import { dictsBelow } from '@/lib/pdf/read/reachable';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import type { Dict, Value } from '@/lib/pdf/syntax/objects';

/** No content and no annotation of a page is found below these; a page's tree is followed from its root. */
const passive = new Set(['Parent', 'P', 'Contents', 'StructTreeRoot', 'Metadata', 'PieceInfo', 'Dests', 'B']);
const deepest = 32;

/**
 * Whether some content that belongs to several layers is hidden while all layers are on, in a reader that knows
 * visibility expressions or in one that knows policies alone; ISO 32000-2, 8.11.2.2.
 */
export function hasHiddenMembership(pdf: PdfFile): boolean {
  const pages = [...pagesOf(pdf)].map(({ dict }) => dict);
  for (const dict of dictsBelow(pdf, [pdf.catalog?.get('Pages') ?? null, ...pages], passive)) {
    if (pdf.name(dict.get('Type')) === 'OCMD' && !isShown(pdf, dict)) return true;
  }
  return false;
}

function isShown(pdf: PdfFile, membership: Dict): boolean {
  const expression = membership.get('VE');
  if (expression && holds(pdf, expression) !== true) return false;
  const layers = membership.get('OCGs') ?? null;
  const isNamed = (pdf.array(layers) ?? [layers]).some((layer) => pdf.dict(layer));
  return !isNamed || !['AnyOff', 'AllOff'].includes(pdf.name(membership.get('P')) ?? '');
}

/** What an expression makes of layers that are all on; undefined where readers need not agree about it. */
function holds(pdf: PdfFile, expression: Value, depth = 0): boolean | undefined {
  const parts = pdf.array(expression);
  if (!parts) return pdf.dict(expression) ? true : undefined;
  const [operator, ...rest] = parts;
  if (depth > deepest || rest.length === 0) return undefined;
  const told = rest.map((part) => holds(pdf, part, depth + 1));
  if (told.includes(undefined)) return undefined;
  const name = pdf.name(operator);
  if (name === 'And') return told.every(Boolean);
  if (name === 'Or') return told.some(Boolean);
  return name === 'Not' && told.length === 1 ? !told[0] : undefined;
}
