import type { Entry } from '@/lib/pdf/syntax/cross-reference';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, dict, type NewObjects, Ref, Str, type Value } from '@/lib/pdf/syntax/objects';
import { type Row, written, writtenStream, writtenTable } from '@/lib/pdf/syntax/write';

/** The bytes of one revision, and offsets in these bytes or in the file. Each function says which. */
export type Written = { bytes: Buffer; offsets: Map<number, number> };

/** The objects that one incremental revision adds or replaces; ISO 32000-2, 7.5.6. */
export class Revision implements NewObjects {
  private readonly objects = new Map<number, { ref: Ref; body: Buffer }>();
  private next: number;

  constructor(private readonly pdf: PdfFile) {
    this.next = pdf.nextNumber;
  }

  /** Reserves a number for an object that is put later. */
  allocate(): Ref {
    this.next += 1;
    return new Ref(this.next - 1, 0);
  }

  add(value: Value): Ref {
    const ref = this.allocate();
    this.put(ref, value);
    return ref;
  }

  addStream(entries: Dict, bytes: Uint8Array): Ref {
    const ref = this.allocate();
    const data = this.pdf.encryption?.writeStream(ref, bytes) ?? bytes;
    const head = this.text(ref, new Map([...entries, ['Length', data.length]]));
    this.putRaw(ref, Buffer.concat([latin(`${head}\nstream\n`), data, latin('\nendstream')]));
    return ref;
  }

  /** Adds or replaces an object. */
  put(ref: Ref, value: Value): void {
    const current = this.pdf.current(ref);
    this.putRaw(current, latin(this.text(current, value)));
  }

  /** Adds or replaces an object in written form. Its strings are not encrypted. */
  putRaw(ref: Ref, body: Buffer): void {
    this.objects.set(ref.number, { ref, body });
  }

  /** A string or other value in its written form within an object. */
  text(ref: Ref, value: Value): string {
    const { encryption } = this.pdf;
    return written(value, encryption && ((bytes) => encryption.writeString(ref, bytes)));
  }

  /**
   * The revision to append to the file, and the position in it of each object's body.
   * @param head a comment line at the start of the revision
   * @param id the second half of the trailer's /ID
   */
  finish(head: string, id: Buffer): Written {
    const start = this.pdf.bytes.length;
    const parts: Uint8Array[] = [latin(`\n${head}`)];
    let length = parts[0]?.length ?? 0;
    const offsets = new Map<number, number>();
    const rows: Row[] = [];
    const sorted = [...this.objects.values()].sort((a, b) => a.ref.number - b.ref.number);
    for (const { ref, body } of sorted) {
      const opening = latin(`${ref.number} ${ref.generation} obj\n`);
      rows.push({ number: ref.number, kind: 1, one: start + length, two: ref.generation });
      offsets.set(ref.number, length + opening.length);
      parts.push(opening, body, latin('\nendobj\n'));
      length += opening.length + body.length + 8;
    }
    parts.push(this.crossReference(rows, start + length, id));
    return { bytes: Buffer.concat(parts), offsets };
  }

  private crossReference(changed: Row[], at: number, id: Buffer): Buffer {
    const { crossReference, isRecovered } = this.pdf;
    const rows = isRecovered ? this.allRows(changed) : changed;
    const end = latin(`startxref\n${at}\n%%EOF\n`);
    if (crossReference.kind === 'table') return Buffer.concat([writtenTable(rows, this.trailer(id)), end]);
    const { number } = this.allocate();
    rows.push({ number, kind: 1, one: at, two: 0 });
    return Buffer.concat([writtenStream(number, rows, this.trailer(id)), end]);
  }

  private trailer(id: Buffer): Dict {
    const { trailer, crossReference } = this.pdf;
    const [known] = this.pdf.array(trailer.get('ID')) ?? [];
    // The key of an encrypted file depends on the first half, which counts as empty where it is missing.
    const missing = new Str(this.pdf.encryption ? new Uint8Array() : id);
    const info = trailer.get('Info');
    return dict({
      Size: this.next,
      Root: this.pdf.current(this.pdf.root),
      Info: info instanceof Ref ? info : undefined,
      ID: [known instanceof Str ? known : missing, new Str(id)],
      Encrypt: trailer.get('Encrypt'),
      Prev: crossReference.start,
    });
  }

  /** Every object of a recovered file, because its earlier cross-references do not count. */
  private allRows(changed: Row[]): Row[] {
    const rows = new Map<number, Row>([[0, { number: 0, kind: 0, one: 0, two: 65535 }]]);
    for (const { first, count, entry } of this.pdf.crossReference.sections) {
      for (let index = 0; index < count; index += 1) {
        const row = rowOf(first + index, entry(index));
        if (row) rows.set(row.number, row);
      }
    }
    for (const row of changed) rows.set(row.number, row);
    return [...rows.values()].sort((a, b) => a.number - b.number);
  }
}

const latin = (text: string) => Buffer.from(text, 'latin1');

function rowOf(number: number, entry: Entry): Row | undefined {
  if (entry.kind === 'offset') return { number, kind: 1, one: entry.at, two: entry.generation };
  return entry.kind === 'packed' ? { number, kind: 2, one: entry.stream, two: entry.index } : undefined;
}
