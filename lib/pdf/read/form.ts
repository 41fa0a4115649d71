import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, Ref, Str, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

/** The interactive form of a document and its signatures; ISO 32000-2, 12.7 and 12.8. */
export type Form = {
  /** Where the form's dictionary is, undefined if it is part of the catalog or absent. */
  ref: Ref | undefined;
  dict: Dict;
  fields: Value[];
  /** The document was signed before: the content of its pages must not change. */
  isSigned: boolean;
};

const mostFields = 200_000;

/**
 * @throws PdfRefused 'certified-final' if an earlier signature permits no change, 'dynamic-form' if a program
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
  const found = certification ? [...signatures, { value: certification, lock: undefined }] : signatures;
  const all = found.filter(({ value }) => couldBeSigned(pdf, value));
  if (all.some((signature) => forbidsChange(pdf, signature))) throw new PdfRefused('certified-final');
  return { ref: value instanceof Ref ? value : undefined, dict, fields, isSigned: all.length > 0 };
}

type Signature = { value: Dict; lock: Dict | undefined };

/** More than the longest signature takes, with everything that proves it, in hexadecimal. */
const longestHole = 2 * 1024 * 1024;

/**
 * Whether a signature covers bytes of this file: all from the start on but a hole, which is its /Contents. One that was
 * invented protects nobody, and must not keep the court from certifying the document; ISO 32000-2, 12.8.1.
 */
function couldBeSigned(pdf: PdfFile, value: Dict): boolean {
  const contents = pdf.resolve(value.get('Contents'));
  if (!(contents instanceof Str) || contents.bytes.every((byte) => byte === 0)) return false;
  const range = (pdf.array(value.get('ByteRange')) ?? []).map((bound) => pdf.number(bound) ?? -1);
  const [start, before = -1, resumes = -1, after = -1] = range;
  const isWhole = range.length === 4 && range.every((bound) => Number.isSafeInteger(bound) && bound >= 0);
  if (!isWhole || start !== 0 || before === 0 || after === 0) return false;
  // Some programs count from the file's first byte, some from %PDF-, as all other offsets are counted.
  return [pdf.offset, 0].some(
    (skipped) =>
      resumes + after <= skipped + pdf.bytes.length && isHole(pdf, before - skipped, resumes - skipped),
  );
}

/** Whether these bytes are a string in hexadecimal and nothing else. */
function isHole({ bytes }: PdfFile, from: number, to: number): boolean {
  if (from < 0 || to <= from || to - from > longestHole) return false;
  return /^\s*<[0-9A-Fa-f\s]*>\s*$/.test(bytes.toString('latin1', from, to));
}

function signaturesOf(pdf: PdfFile, fields: Value[]): Signature[] {
  const signatures: Signature[] = [];
  for (const dict of allFields(pdf, fields)) {
    const value = pdf.name(dict.get('FT')) === 'Sig' ? pdf.dict(dict.get('V')) : undefined;
    if (value) signatures.push({ value, lock: pdf.dict(dict.get('Lock')) });
  }
  return signatures;
}

/** The name of a field that begins so, in UTF-16 or in single bytes; ISO 32000-2, 7.9.2. */
export function findFieldNamed(pdf: PdfFile, start: string): string | undefined {
  const fields = pdf.array(pdf.dict(pdf.catalog?.get('AcroForm'))?.get('Fields')) ?? [];
  for (const dict of allFields(pdf, fields)) {
    const name = pdf.resolve(dict.get('T'));
    const text =
      name instanceof Str
        ? Buffer.from(name.bytes)
            .toString('latin1')
            .replace(/^þÿ|\0/g, '')
        : '';
    if (text.startsWith(start)) return text;
  }
  return undefined;
}

/** These fields and all below them, each once. */
function* allFields(pdf: PdfFile, fields: Value[]): Generator<Dict> {
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
    yield dict;
    for (const kid of pdf.array(dict.get('Kids')) ?? []) open.push(kid);
  }
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
