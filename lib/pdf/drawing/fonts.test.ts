import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { addDrawing, type Drawing } from '@/lib/pdf/drawing/drawing';
import { sealFonts } from '@/lib/pdf/drawing/fonts';
import { write } from '@/lib/pdf/drawing/lettering';
import type { Face } from '@/lib/pdf/letters/face';
import { isDict, Name, Ref, type Value } from '@/lib/pdf/syntax/objects';
import { pageWith } from '@/lib/testing/pdf/drawing';
import { describeWithReaders, faults, firstPageText, issued, read } from '@/lib/testing/pdf/pages';

const page = { width: 500, height: 100, x: 0, y: 0 };

function drawingOf(lines: string[], ...faces: Face[]): Drawing {
  const content = faces.flatMap((face, column) =>
    lines.map((text, i) => write(6, [{ face, text }], 10 + 240 * column, 80 - 12 * i)),
  );
  const used = Object.fromEntries(faces.map((face) => [face.name, face]));
  return { width: page.width, height: page.height, content: content.join(''), faces: used };
}

test('a revision holds each face once, however many drawings use it', async () => {
  const { regular, bold } = await sealFonts();
  const added: Value[] = [];
  const objects = {
    add: (value: Value) => new Ref(added.push(value), 0),
    addStream: (value: Value) => new Ref(added.push(value), 0),
  };
  addDrawing(objects, drawingOf(['one'], regular, bold));
  addDrawing(objects, drawingOf(['two'], bold));
  const names = added.flatMap((value) => (isDict(value) ? [value.get('BaseFont')] : []));
  const fonts = names.flatMap((value) => (value instanceof Name ? [value.value] : []));
  // The composite font and its descendant bear the same name.
  expect(fonts.sort()).toEqual([
    'COURTS+OpenSans-Bold',
    'COURTS+OpenSans-Bold',
    'COURTS+OpenSans-Regular',
    'COURTS+OpenSans-Regular',
  ]);
});

test('the faces are small', async () => {
  const { regular, bold } = await sealFonts();
  expect(regular.program.bytes.length).toBeLessThan(15_000);
  expect(bold.program.bytes.length).toBeLessThan(15_000);
});

test('every process makes the same faces', async () => {
  const script = `
    import { createHash } from 'node:crypto';
    import { sealFonts } from './lib/pdf/drawing/fonts.ts';
    import { drawSeal } from './lib/pdf/drawing/stamp.ts';
    import { pageWith } from './lib/testing/pdf/drawing.ts';
    const bytes = pageWith(drawSeal(JSON.parse(process.argv[1]), await sealFonts()));
    process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
  const options = { encoding: 'utf8' } as const;
  const hash = () =>
    execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script, JSON.stringify(issued)],
      options,
    );
  const first = hash();
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(hash()).toBe(first);
});

describeWithReaders('a text in the faces of the seal', () => {
  test('is in embedded subsets that say which characters they show', async () => {
    const { regular, bold } = await sealFonts();
    const { stdout } = read(pageWith(drawingOf(['Été'], regular, bold), page), 'pdffonts', (file) => [file]);
    const faces = stdout.toString().split('\n').slice(2, 4);
    expect(faces).toEqual([
      expect.stringMatching(/^COURTS\+OpenSans-Regular +CID TrueType +Identity-H +yes yes yes /),
      expect.stringMatching(/^COURTS\+OpenSans-Bold +CID TrueType +Identity-H +yes yes yes /),
    ]);
  });

  test.each(['regular', 'bold'] as const)('is read back letter by letter: %s', async (name) => {
    const face = (await sealFonts())[name];
    const characters = [...face.glyphs.keys()].filter((character) => character !== ' ');
    expect(characters.join('')).toMatch(/É.*é.*œ.*–—.*’/);
    const lines = [0, 1, 2, 3, 4].map((i) => characters.slice(45 * i, 45 * (i + 1)).join(''));
    const { text } = firstPageText(pageWith(drawingOf(lines, face), page));
    // Poppler moves accents that stand alone, such as ´, together with the letters before them.
    const alone = /[¨¯´¸]/g;
    for (const line of lines) expect(text.replace(alone, '')).toContain(line.replace(alone, ''));
  });

  test('has spaces for all white space, and each letter that the face lacks from another font', async () => {
    const lines = [
      'Greffe\u00a0: «\u202fN°\u00a01\u202f»',
      'Łódź, Ostapčuk, Nguyễn',
      'e\u0301te\u0301 日',
      'gref\u00adfe',
      'ᓀᐦᐃᔭᐤ, W̱SÁNEĆ',
    ];
    const { regular, scripts } = await sealFonts(lines);
    const content = lines.map((text, i) => write(6, [{ face: regular, text, scripts }], 10, 80 - 12 * i));
    const faces = [regular, ...(scripts?.used() ?? [])].map((face) => [face.name, face] as const);
    const drawing = { ...page, content: content.join(''), faces: Object.fromEntries(faces) };
    const bytes = pageWith(drawing, page);
    const { text } = firstPageText(bytes);
    expect(text).toContain('Greffe : « N° 1 »');
    expect(text).toContain('Łódź, Ostapčuk, Nguyễn');
    expect(text).toContain('été 日');
    expect(text).toContain('greffe');
    expect(text.normalize('NFC')).toContain('ᓀᐦᐃᔭᐤ, W̱SÁNEĆ'.normalize('NFC'));
    expect(faults(bytes)).toBe('nothing');
  });
});
