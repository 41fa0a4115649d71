import { describe, expect, test } from 'vitest';
import { courts } from '@/drizzle/courts';
import type { Drawing } from '@/lib/pdf/drawing/drawing';
import { type SealFonts, sealFonts } from '@/lib/pdf/drawing/fonts';
import { at } from '@/lib/pdf/drawing/shapes';
import { drawAddedPage, drawNumber, drawSeal, sealOnAddedPage } from '@/lib/pdf/drawing/stamp';
import { numberSize, type SealOrder, sealSize } from '@/lib/pdf/read/seal-order';
import { pageWith } from '@/lib/testing/pdf/drawing';
import {
  describeWithReaders,
  faults,
  firstPageText,
  issued,
  type Picture,
  picture,
  read,
} from '@/lib/testing/pdf/pages';
import { renderers } from '@/lib/testing/pdf/renderers';

const real: SealOrder = { ...issued, demonstration: false };
const filed: SealOrder = { ...issued, kind: 'filed' };
/** The longest name of a seeded court office, and an address of 60 characters. */
const long: SealOrder = {
  ...issued,
  courtOffice: courts
    .flatMap(({ municipality, countyEn, countyFr }) => [municipality, `${countyEn} / ${countyFr}`])
    .reduce((longest, name) => (name.length > longest.length ? name : longest)),
  verifyUrl: `https://claims.example.org/${'v'.repeat(16)}/0123456789ABCDEF`,
};
const original = { on: '2026-11-02', orderedOn: '2026-11-20' };
const corrected: SealOrder = { ...issued, kind: 'corrected', original };
const amended: SealOrder = { ...issued, kind: 'amended', original: { ...original, orderedOn: '' } };
const orders = {
  issued,
  real,
  filed,
  amended,
  corrected,
  'filed, real': { ...filed, demonstration: false },
  long,
};
const each = Object.entries(orders);

const words = {
  issued: 'Electronically issued / Délivré par voie électronique',
  filed: 'Electronically filed / Déposé par voie électronique',
  amended: 'AMENDED under rule 26 / MODIFIÉ en vertu de la règle 26',
  corrected: 'CORRECTED under rule 59.06 / CORRIGÉ en vertu de la règle 59.06',
};

const draw = async (order: SealOrder, drawer: (order: SealOrder, fonts: SealFonts) => Drawing = drawSeal) =>
  drawer(order, await sealFonts());
const textOf = (drawing: Drawing) =>
  firstPageText(pageWith(drawing, { width: 612, height: 792, x: 0, y: 0 })).text;

test('the drawings have the sizes that their places were found for', async () => {
  expect(await draw(issued)).toMatchObject(sealSize);
  expect(await draw(filed)).toMatchObject(sealSize);
  expect(await draw(issued, drawNumber)).toMatchObject(numberSize);
  expect(await draw(issued, drawAddedPage)).toMatchObject({ width: 612, height: 792 });
});

describeWithReaders('the text', () => {
  test.each(each)('of the seal is there: %s', async (_, order) => {
    const text = textOf(await draw(order));
    expect(text).toContain('Court File No. / N° du dossier du greffe :');
    expect(text).toMatch(/^CV-26-00000001-0000$/m);
    expect(text).toContain(`${words[order.kind]} : 23-NOV-2026`);
    expect(text).toContain('Superior Court of Justice / Cour supérieure de justice');
    expect(text).toContain(`Court office / Greffe : ${order.courtOffice}`);
    expect(text).toContain(`Verify / Vérifier : ${order.verifyUrl}`);
  });

  test('of the round seal reads as phrases, with the word demonstration only where it is one', async () => {
    const demonstration = textOf(await draw(issued));
    expect(demonstration).toMatch(/^SUPERIOR COURT OF JUSTICE$/m);
    expect(demonstration).toMatch(/^COUR SUPÉRIEURE DE JUSTICE$/m);
    expect(demonstration).toMatch(/^DEMONSTRATION\nDÉMONSTRATION$/m);
    expect(textOf(await draw(real))).toMatch(/^COUR SUPÉRIEURE DE JUSTICE$/m);
    expect(textOf(await draw(real))).not.toMatch(/D[EÉ]MONSTRATION/);
  });

  test('of a new version keeps the date of its document, and has that of an order if there was one', async () => {
    const text = textOf(await draw(corrected));
    expect(text).toContain('Original / Document original : 02-NOV-2026 – Order / Ordonnance : 20-NOV-2026');
    expect(text).toMatch(/^SUPERIOR COURT OF JUSTICE$/m);
    expect(textOf(await draw(amended))).toMatch(/^Original \/ Document original : 02-NOV-2026$/m);
  });

  test('of a stamp on a filed document says demonstration in a line, and has no round seal', async () => {
    const stamp = textOf(await draw(filed));
    expect(stamp).toMatch(/^DEMONSTRATION \/ DÉMONSTRATION$/m);
    expect(stamp).not.toContain('ONTARIO');
    expect(textOf(await draw(orders['filed, real']))).not.toMatch(/D[EÉ]MONSTRATION/);
  });

  test('of the number stands in one line', async () => {
    const text = textOf(await draw(issued, drawNumber));
    expect(text).toContain('Court File No. / N° du dossier du greffe : CV-26-00000001-0000');
  });

  test('of an added page says in both languages why it is there', async () => {
    const text = textOf(await draw(issued, drawAddedPage));
    expect(text).toContain('CV-26-00000001-0000');
    expect(text).toContain(
      'Page added by the court: the first page of this document has no room for the court seal.',
    );
    expect(text).toContain('la première page de ce document n’a pas de place pour le sceau du tribunal.');
    expect(textOf(await draw(filed, drawAddedPage))).toContain('pas de place pour ces mentions.');
  });
});

const margin = 20;
const scale = 4;

/** A drawing on a page that is larger than it by a margin, without the box that would clip it. */
function unclipped({ width, height, content, faces }: Drawing): Buffer {
  const page = { width: width + 2 * margin, height: height + 2 * margin };
  return pageWith({ ...page, content: at(margin, margin, content), faces }, { ...page, x: 0, y: 0 });
}

const dark = ({ width, rgb }: Picture, x: number, y: number) => (rgb[3 * (y * width + x) + 1] ?? 255) < 230;

/** Whether a box shows any ink. The box is in points from the drawing's lower left corner. */
function hasInk(shown: Picture, left: number, bottom: number, right: number, top: number): boolean {
  const column = (x: number) => Math.round((x + margin) * scale);
  const row = (y: number) => shown.height - Math.round((y + margin) * scale);
  for (let y = row(top); y < row(bottom); y += 1) {
    for (let x = column(left); x < column(right); x += 1) if (dark(shown, x, y)) return true;
  }
  return false;
}

describeWithReaders('the ink', () => {
  const drawings = [
    ...each.map(([name, order]) => [name, order, drawSeal] as const),
    ['number', issued, drawNumber] as const,
    ['added page', long, drawAddedPage] as const,
  ];

  test.each(drawings)('stays within the box: %s', async (_, order, drawer) => {
    const drawing = await draw(order, drawer);
    const shown = picture(unclipped(drawing), 72 * scale);
    const [far, { width, height }] = [margin, drawing];
    expect(hasInk(shown, 0, 0, width, height)).toBe(true);
    expect(hasInk(shown, -far, -far, 0, height + far)).toBe(false);
    expect(hasInk(shown, width, -far, width + far, height + far)).toBe(false);
    expect(hasInk(shown, 0, -far, width, 0)).toBe(false);
    expect(hasInk(shown, 0, height, width, height + far)).toBe(false);
  });

  test.each(each)('of the lines runs into nothing: %s', async (_, order) => {
    const shown = picture(unclipped(await draw(order)), 72 * scale);
    const { width, height } = sealSize;
    const quietZone = 2.75;
    const left = order.kind === 'filed' ? 2 : height;
    expect(hasInk(shown, left, 0, left + 3, height)).toBe(false);
    expect(hasInk(shown, width - height - 5, 0, width - height + quietZone, height)).toBe(false);
    expect(hasInk(shown, width - quietZone, 0, width, height)).toBe(false);
    // The gaps between the label, the number and the other lines, and below these.
    expect(hasInk(shown, left, 51, width - height, 51.5)).toBe(false);
    expect(hasInk(shown, left, 35, width - height, 38)).toBe(false);
    expect(hasInk(shown, left, 0, width - height, 2)).toBe(false);
  });

  test('of an added page has the seal where the field of the signature goes', async () => {
    const shown = picture(unclipped(await draw(issued, drawAddedPage)), 72 * scale);
    const [left, bottom, right, top] = sealOnAddedPage;
    expect(hasInk(shown, left, bottom, right, top)).toBe(true);
    expect(hasInk(shown, 0, top, 612, 792)).toBe(false);
    expect(hasInk(shown, 0, bottom - 15, 612, bottom)).toBe(false);
  });

  test('lets the page show through, but not behind the QR code', async () => {
    const drawing = await draw(issued);
    const grey = {
      ...drawing,
      content: `0.8 g 0 0 ${drawing.width} ${drawing.height} re f ${drawing.content}`,
    };
    const { rgb, width } = picture(pageWith(grey, { ...sealSize, x: 0, y: 0 }), 72);
    const shade = (x: number, y: number) => rgb[3 * (y * width + x)];
    expect(shade(270, 50)).toBe(204);
    expect(shade(288, 50)).toBe(255);
    expect(shade(342, 2)).toBe(255);
  });
});

/** The share of ink, from 0 to 1, of each square of `side` pixels. */
function inkBySquare({ width, height, rgb }: Picture, side: number): number[] {
  const columns = Math.floor(width / side);
  const squares = Array<number>(columns * Math.floor(height / side)).fill(0);
  for (let y = 0; y < height - (height % side); y += 1) {
    for (let x = 0; x < columns * side; x += 1) {
      const square = Math.floor(y / side) * columns + Math.floor(x / side);
      const light = rgb[3 * (y * width + x) + 1] ?? 255;
      squares[square] = (squares[square] ?? 0) + (1 - light / 255) / side ** 2;
    }
  }
  return squares;
}

describeWithReaders('four programs that show PDFs', () => {
  test.each(each)('agree about the seal: %s', async (_, order) => {
    const bytes = pageWith(await draw(order));
    expect(faults(bytes)).toBe('nothing');
    const expected = inkBySquare(picture(bytes, 288), 16);
    expect(Math.max(...expected)).toBeGreaterThan(0.7);
    for (const [name, render] of Object.entries(renderers)) {
      const found = inkBySquare(await render(bytes, 288), 16);
      expect(found.length, name).toBe(expected.length);
      const differences = found.map((ink, i) => Math.abs(ink - (expected[i] ?? 0)));
      expect(Math.max(...differences), name).toBeLessThan(0.15);
    }
  });
}, ['gs', 'mutool']);

describeWithReaders('a scanner', () => {
  const scanned = (bytes: Uint8Array, pixelsPerInch: number) => {
    const { width, height, rgb } = picture(bytes, pixelsPerInch);
    const ppm = Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), rgb]);
    return read(ppm, 'zbarimg', (file) => ['-q', '--raw', file])
      .stdout.toString()
      .trim();
  };

  test.each([30, 36, 42, 45, 48, 54, 60])('reads an address of %d characters', async (length) => {
    const start = 'https://c.example/v/';
    const verifyUrl = start + '0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789'.slice(0, length - start.length);
    const bytes = pageWith(await draw({ ...issued, verifyUrl }), {
      width: 612,
      height: 792,
      x: 101.3,
      y: 700.7,
    });
    expect(scanned(bytes, 120)).toBe(verifyUrl);
    expect(scanned(bytes, 150)).toBe(verifyUrl);
    expect(scanned(bytes, 300)).toBe(verifyUrl);
  });

  test('reads an address on a page that is not white', async () => {
    const page = { width: 612, height: 792 };
    const { content, faces } = await draw(issued);
    const grey = { ...page, content: `0.6 g 0 0 612 792 re f ${at(100, 500, content)}`, faces };
    expect(scanned(pageWith(grey, { ...page, x: 0, y: 0 }), 150)).toBe(issued.verifyUrl);
  });

  test('reads the address of a stamp and on an added page', async () => {
    expect(scanned(pageWith(await draw(filed)), 150)).toBe(filed.verifyUrl);
    const page = { width: 612, height: 792, x: 0, y: 0 };
    expect(scanned(pageWith(await draw(issued, drawAddedPage), page), 150)).toBe(issued.verifyUrl);
  });
}, ['zbarimg']);

describe('what changes', () => {
  test('between two documents is what is said of them', async () => {
    const once = await draw(issued);
    expect(await draw(issued)).toEqual(once);
    expect((await draw({ ...issued, fileNumber: 'CV-26-00000002-0000' })).content).not.toBe(once.content);
    expect((await draw(real)).parts).not.toEqual(once.parts);
  });
});
