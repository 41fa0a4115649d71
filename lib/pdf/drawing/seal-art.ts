import type { Drawing } from '@/lib/pdf/drawing/drawing';
import { writeAlongCircle, writeCentred } from '@/lib/pdf/drawing/lettering';
import { laurel, scales } from '@/lib/pdf/drawing/seal-emblems';
import { at, circle, type Point, polar, polygon, wave } from '@/lib/pdf/drawing/shapes';
import type { Face } from '@/lib/pdf/letters/face';
import { op } from '@/lib/pdf/syntax/write';

/** The seal's outer radius in points. */
export const sealRadius = 29;

/** A dark red, each part from 0 to 1. */
export const ink: [red: number, green: number, blue: number] = [0.5, 0.06, 0.1];

const innerRing = 17;
const outerRing = 20.9;

const cut = new WeakMap<Face, Map<boolean, Drawing>>();

/**
 * The round seal: this service's own design, drawn as vectors. It is no court's real seal and carries no
 * arms; a demonstration says so across its middle. It is drawn once and reused for every document.
 */
export function sealArt(face: Face, demonstration: boolean): Drawing {
  const dies = cut.get(face) ?? new Map<boolean, Drawing>();
  cut.set(face, dies);
  const die = dies.get(demonstration) ?? cutDie(face, demonstration);
  dies.set(demonstration, die);
  return die;
}

function cutDie(face: Face, demonstration: boolean): Drawing {
  const emblems = demonstration ? demonstrationEmblems(face) : courtEmblems(face);
  const art = op('rg', ...ink) + op('RG', ...ink) + rings() + inscription(face) + emblems;
  const side = 2 * sealRadius;
  return {
    width: side,
    height: side,
    content: at(sealRadius, sealRadius, art),
    faces: { [face.name]: face },
  };
}

function rings(): string {
  const teeth = 120;
  const edge = { radius: sealRadius - 0.9, width: 1.4 };
  const tooth = (2 * Math.PI * edge.radius) / teeth;
  const guilloche = [0, 1, 2].map((strand) =>
    wave(innerRing + 0.5, outerRing - 0.5, 24, (strand * 2 * Math.PI) / 3 / 24),
  );
  return [
    op('w', edge.width),
    `[${op(']', 0.55 * tooth, 0.45 * tooth).trim()} 0 d\n`,
    circle([0, 0], edge.radius),
    op('S'),
    '[] 0 d\n',
    op('w', 0.6),
    circle([0, 0], edge.radius - 1.1),
    op('S'),
    op('w', 0.4),
    circle([0, 0], outerRing),
    circle([0, 0], innerRing),
    op('S'),
    op('w', 0.2),
    ...guilloche,
    op('S'),
  ].join('');
}

function inscription(face: Face): string {
  const size = 4.3;
  const middle = 24.1;
  const star = (x: number) =>
    polygon(
      Array.from({ length: 10 }, (_, i): Point => {
        const [dx, dy] = polar(i % 2 ? 0.5 : 1.3, Math.PI / 2 + (i * Math.PI) / 5);
        return [x + dx, dy];
      }),
    );
  const half = 0.357 * size;
  return [
    writeAlongCircle(size, { face, text: 'SUPERIOR COURT OF JUSTICE' }, middle - half, 'above'),
    writeAlongCircle(size, { face, text: 'COUR SUPÉRIEURE DE JUSTICE' }, middle + half, 'below'),
    star(-middle),
    star(middle),
    op('f'),
  ].join('');
}

function courtEmblems(face: Face): string {
  return [
    scales(3.4, 0.56),
    laurel(14.2, -0.64, 0.72, 6),
    writeCentred(3.6, [{ face, text: 'ONTARIO' }], 0, -12.4),
  ].join('');
}

function demonstrationEmblems(face: Face): string {
  return [
    scales(10.8, 0.27),
    laurel(14.2, 0.48, 1.05, 3),
    band(face),
    writeCentred(3.6, [{ face, text: 'ONTARIO' }], 0, -10.3),
    laurel(14.4, -1.42, -1.02, 2),
  ].join('');
}

function band(face: Face): string {
  const half = 5.4;
  return [
    'q\n',
    circle([0, 0], outerRing),
    'W n\n',
    op('re', -outerRing, -half, 2 * outerRing, 2 * half),
    op('f'),
    op('g', 1),
    writeCentred(4, [{ face, text: 'DEMONSTRATION' }], 0, 1.1),
    writeCentred(4, [{ face, text: 'DÉMONSTRATION' }], 0, -3.9),
    'Q\n',
  ].join('');
}
