import type { PdfFile } from '@/lib/pdf/syntax/file';
import { Ref, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

const mostPaths = 200_000;
const deepest = 500;

/**
 * Refuses a form whose fields share their kids so often that a reader which follows every path would never end; poppler
 * is one. A field that contains itself ends its path there, as it does for readers.
 * @throws PdfRefused 'too-complex'
 */
export function refuseTangledFields(pdf: PdfFile): void {
  const known = new Map<number, number>();
  const pathsOf = (field: Value, depth: number): number => {
    if (depth > deepest) throw new PdfRefused('too-complex');
    if (field instanceof Ref) {
      const before = known.get(field.number);
      if (before !== undefined) return before;
      known.set(field.number, 0);
    }
    const kids = pdf.array(pdf.dict(field)?.get('Kids')) ?? [];
    const paths = kids.reduce<number>((sum, kid) => sum + pathsOf(kid, depth + 1), 1);
    if (paths > mostPaths) throw new PdfRefused('too-complex');
    if (field instanceof Ref) known.set(field.number, paths);
    return paths;
  };
  const fields = pdf.array(pdf.dict(pdf.catalog?.get('AcroForm'))?.get('Fields')) ?? [];
  for (const field of fields) pathsOf(field, 0);
}
