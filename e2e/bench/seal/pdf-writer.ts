import { deflateSync } from 'node:zlib';

/** An object's text, or the text of a stream's dictionary with its bytes. Objects bear numbers from 1 on. */
export type Body = string | { dict: string; bytes: Buffer };

export const stream = (entries: string, bytes: Buffer): Body => ({
  dict: `<< ${entries} /Length ${bytes.length} >>`,
  bytes,
});

/** A PDF with a cross-reference table. */
export function plainPdf(bodies: Body[], root: number): Buffer {
  const file = new Writer();
  const rows = bodies.map((body, i) => `${String(file.put(i + 1, body)).padStart(10, '0')} 00000 n \n`);
  const start = file.length;
  const size = bodies.length + 1;
  file.add(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`);
  return file.end(`trailer\n<< /Size ${size} /Root ${root} 0 R >>\n`, start);
}

const packedTogether = 100;

/** The same with all objects but the streams in object streams, and with a cross-reference stream. */
export function packedPdf(bodies: Body[], root: number): Buffer {
  const file = new Writer();
  const rows = new Map<number, Buffer>();
  for (const [i, body] of bodies.entries()) {
    if (typeof body !== 'string') rows.set(i + 1, row(1, file.put(i + 1, body), 0));
  }
  const texts = [...bodies.entries()].flatMap(([i, body]) =>
    typeof body === 'string' ? [{ number: i + 1, body }] : [],
  );
  let next = bodies.length + 1;
  for (let first = 0; first < texts.length; first += packedTogether) {
    const packed = texts.slice(first, first + packedTogether);
    for (const [index, { number }] of packed.entries()) rows.set(number, row(2, next, index));
    rows.set(next, row(1, file.put(next, packOf(packed)), 0));
    next += 1;
  }
  const start = file.length;
  rows.set(next, row(1, start, 0));
  const all = Array.from({ length: next + 1 }, (_, number) => rows.get(number) ?? row(0, 0, 0xffff));
  const entries = `/Type /XRef /W [1 4 2] /Size ${next + 1} /Root ${root} 0 R /Filter /FlateDecode`;
  file.put(next, stream(entries, deflateSync(Buffer.concat(all))));
  return file.end('', start);
}

function packOf(packed: { number: number; body: string }[]): Body {
  let offset = 0;
  const heads = packed.map(({ number, body }) => {
    offset += body.length + 1;
    return `${number} ${offset - body.length - 1}`;
  });
  const head = `${heads.join(' ')} `;
  const data = Buffer.from(head + packed.map(({ body }) => `${body}\n`).join(''), 'latin1');
  const entries = `/Type /ObjStm /N ${packed.length} /First ${head.length} /Filter /FlateDecode`;
  return stream(entries, deflateSync(data));
}

function row(kind: number, one: number, two: number): Buffer {
  const bytes = Buffer.alloc(7);
  bytes.writeUInt8(kind);
  bytes.writeUInt32BE(one, 1);
  bytes.writeUInt16BE(two, 5);
  return bytes;
}

class Writer {
  private readonly parts: Buffer[] = [];
  length = 0;

  constructor() {
    this.add('%PDF-1.7\n');
  }

  add(part: string | Buffer): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    this.parts.push(bytes);
    this.length += bytes.length;
  }

  /** @returns where the object begins */
  put(number: number, body: Body): number {
    const at = this.length;
    this.add(`${number} 0 obj\n`);
    this.add(typeof body === 'string' ? body : `${body.dict}\nstream\n`);
    if (typeof body !== 'string') this.add(body.bytes);
    this.add(typeof body === 'string' ? '\nendobj\n' : '\nendstream\nendobj\n');
    return at;
  }

  end(trailer: string, start: number): Buffer {
    this.add(`${trailer}startxref\n${start}\n%%EOF\n`);
    return Buffer.concat(this.parts);
  }
}
