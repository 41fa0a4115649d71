import { addDrawing, type Drawing } from '@/lib/pdf/drawing/drawing';
import { type Dict, dict, type NewObjects, name, Ref, type Value } from '@/lib/pdf/syntax/objects';
import { written } from '@/lib/pdf/syntax/write';

/** One page with a drawing whose lower left corner is at (x, y); written here alone, so that tests need no sealer. */
export function pageWith(drawing: Drawing, page = { width: 400, height: 120, x: 28, y: 31 }): Buffer {
  const bodies: Buffer[] = [];
  const put = (body: Buffer) => new Ref(bodies.push(body), 0);
  const stream = (entries: Dict, bytes: Uint8Array) => {
    const head = `${written(new Map<string, Value>([...entries, ['Length', bytes.length]]))}\nstream\n`;
    return put(Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream')]));
  };
  const objects: NewObjects = {
    add: (value) => put(Buffer.from(written(value), 'latin1')),
    addStream: stream,
  };
  const form = addDrawing(objects, drawing);
  const content = stream(new Map(), Buffer.from(`1 0 0 1 ${page.x} ${page.y} cm /Drawing Do`));
  // The page's number is the next one, and its parent's the one after.
  const parent = new Ref(bodies.length + 2, 0);
  const kid = objects.add(
    dict({
      Type: name('Page'),
      Parent: parent,
      MediaBox: [0, 0, page.width, page.height],
      Resources: dict({ XObject: dict({ Drawing: form }) }),
      Contents: content,
    }),
  );
  objects.add(dict({ Type: name('Pages'), Kids: [kid], Count: 1 }));
  return file(bodies, objects.add(dict({ Type: name('Catalog'), Pages: parent })));
}

function file(bodies: Buffer[], root: Ref): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const lengths = () => parts.reduce((sum, part) => sum + part.length, 0);
  const offsets = bodies.map((body, i) => {
    const offset = lengths();
    parts.push(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = bodies.length + 1;
  const trailer = written(dict({ Size: size, Root: root }));
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  parts.push(Buffer.from(`${table}trailer\n${trailer}\nstartxref\n${lengths()}\n%%EOF\n`));
  return Buffer.concat(parts);
}
