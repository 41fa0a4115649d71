import type { PdfFile } from '@/lib/pdf/file';
import { type Dict, Ref, type Value } from '@/lib/pdf/objects';
import { PdfRefused } from '@/lib/pdf/refusal';

/** The interactive form of a document and what was signed in it; ISO 32000-2, 12.7 and 12.8. */
export type Form = {
  /** Where the form's dictionary stands, undefined where it is part of the catalog or there is none. */
  ref: Ref | undefined;
  dict: Dict;
  fields: Value[];
  /** Somebody signed before: what stands on the pages must not change. */
  isSigned: boolean;
};

const mostFields = 200_000;

/**
 * @throws PdfRefused 'certified-final' where an earlier signature permits no change, 'dynamic-form' where a program
 *   draws the pages, 'too-complex' beyond 200,000 fields
 */
export function readForm(pdf: PdfFile): Form {
  const value = pdf.catalog?.get('AcroForm');
  const dict = pdf.dict(value) ?? new Map();
  if (dict.has('XFA') && pdf.resolve(pdf.catalog?.get('NeedsRendering')) === true) {
    throw new PdfRefused('dynamic-form');
  }
  const fields = pdf.array(dict.get('Fields')) ?? [];
  const signatures = signaturesOf(pdf, fields);
  const certification = pdf.dict(pdf.dict(pdf.catalog?.get('Perms'))?.get('DocMDP'));
  const all = certification ? [...signatures, { value: certification, lock: undefined }] : signatures;
  if (all.some((signature) => forbidsChange(pdf, signature))) throw new PdfRefused('certified-final');
  return { ref: value instanceof Ref ? value : undefined, dict, fields, isSigned: all.length > 0 };
}

type Signature = { value: Dict; lock: Dict | undefined };

function signaturesOf(pdf: PdfFile, fields: Value[]): Signature[] {
  const signatures: Signature[] = [];
  const open = [...fields];
  const seen = new Set<number>();
  let visited = 0;
  for (let field = open.pop(); field !== undefined; field = open.pop()) {
    visited += 1;
    if (visited > mostFields) throw new PdfRefused('too-complex');
    if (field instanceof Ref && seen.has(field.number)) continue;
    if (field instanceof Ref) seen.add(field.number);
    const dict = pdf.dict(field);
    if (!dict) continue;
    const value = pdf.name(dict.get('FT')) === 'Sig' ? pdf.dict(dict.get('V')) : undefined;
    if (value) signatures.push({ value, lock: pdf.dict(dict.get('Lock')) });
    for (const kid of pdf.array(dict.get('Kids')) ?? []) open.push(kid);
  }
  return signatures;
}

/** Whether a certification (ISO 32000-2, 12.8.2.2) or a lock on its field says P 1: no change at all. */
function forbidsChange(pdf: PdfFile, { value, lock }: Signature): boolean {
  const references = pdf.array(value.get('Reference')) ?? [];
  return [lock, ...references.map((reference) => parametersOf(pdf, reference))].some(
    (parameters) => pdf.number(parameters?.get('P')) === 1,
  );
}

function parametersOf(pdf: PdfFile, value: Value): Dict | undefined {
  const reference = pdf.dict(value);
  const isCertification = pdf.name(reference?.get('TransformMethod')) === 'DocMDP';
  return isCertification ? pdf.dict(reference?.get('TransformParams')) : undefined;
}
