import { Occupancy } from '@/lib/pdf/occupancy';
import type { Occupied } from '@/lib/pdf/occupied';
import { numberSize, type Place, type Spot, sealSize } from '@/lib/pdf/order';
import { type Box, boxThrough, type PageFrame, shownSize, toShown } from '@/lib/pdf/placement';
import { type Size, scaleToFit, spots } from '@/lib/pdf/spots';

type WithoutOpen<P> = P extends Place ? Omit<P, 'open'> : never;
/** A place, without what depends on the page's operators. */
export type Choice = WithoutOpen<Place>;

/** What a drawing would cover of a rectangle; 0 where the rectangle is free. */
type Cost = (rectangle: Box) => number;

const clearance = 3;
/** Below this a camera may not read the seal's QR code. */
const leastSealScale = 0.6;
const leastNumberScale = 0.7;
const numberScales = [0.85, leastNumberScale];
/** Where a signature forbids to add a page, a small seal is better than none. */
const leastSignedScale = 0.5;
const signedScales = [0.9, 0.8, 0.7, 0.6, leastSignedScale];
const nothing: Occupied = { text: [], images: [], annotations: [], paths: [] };

/**
 * Where the seal goes on a page so that it covers no text, image or annotation, and no drawing where that can be
 * avoided; `occupied` is undefined where the page cannot be read. Where there is no room a page is added, and only
 * the court file number goes on this one. A document that was signed before gets no page: there the seal may be
 * smaller, or stand on an image, or there is none. Otherwise pages of one size have seals of one size.
 */
export function choosePlace(frame: PageFrame, occupied: Occupied | undefined, signedBefore: boolean): Choice {
  const page = shownSize(frame);
  const cost = costs(frame, occupied ?? nothing);
  const seal = occupied && (sealSpot(page, cost) ?? (signedBefore ? signedSealSpot(page, cost) : undefined));
  if (seal) return { kind: 'first-page', seal };
  return signedBefore ? { kind: 'nowhere' } : { kind: 'added-page', number: numberSpot(page, cost) };
}

type Costs = {
  /** First with drawings, then without. */
  free: Cost[];
  /** Of pictures, and infinite where there is a word. */
  onlyPictures: Cost;
  /** A word weighs more than any picture. */
  anything: Cost;
};

function costs(frame: PageFrame, { text, images, annotations, paths }: Occupied): Costs {
  const { width, height } = shownSize(frame);
  const matrix = toShown(frame);
  const over = (...boxes: Box[][]): Cost => {
    const shown = boxes.flat().map((box) => boxThrough(matrix, box));
    const occupancy = new Occupancy(width, height, shown);
    return (rectangle) => occupancy.covered(rectangle);
  };
  const words = over(text, annotations);
  const pictures = over(images);
  const content = over(text, annotations, images);
  return {
    free: paths.length > 0 ? [over(text, annotations, images, paths), content] : [content],
    onlyPictures: (at) => (words(at) > 0 ? Number.POSITIVE_INFINITY : pictures(at)),
    anything: (at) => words(at) * 1e6 + pictures(at),
  };
}

function sealSpot(page: Size, cost: Costs): Spot | undefined {
  const scale = scaleToFit(page, sealSize);
  // Where not even the number could be read, a small seal is no worse.
  const isTiny = scaleToFit(page, numberSize) < leastNumberScale;
  return scale >= leastSealScale || isTiny ? freeSpot(page, sealSize, [scale], cost) : undefined;
}

function signedSealSpot(page: Size, cost: Costs): Spot | undefined {
  const scales = upTo(scaleToFit(page, sealSize), signedScales).filter((scale) => scale >= leastSignedScale);
  const free = freeSpot(page, sealSize, scales, cost);
  if (free) return free;
  for (const scale of scales) {
    const { spot, covered } = cheapest(page, sealSize, scale, cost.onlyPictures);
    if (Number.isFinite(covered)) return spot;
  }
  return undefined;
}

function numberSpot(page: Size, cost: Costs): Spot {
  const scale = scaleToFit(page, numberSize);
  const free = freeSpot(page, numberSize, upTo(scale, numberScales), cost);
  return free ?? cheapest(page, numberSize, scale, cost.anything).spot;
}

const upTo = (largest: number, scales: number[]) => [largest, ...scales.filter((scale) => scale < largest)];

/** The first free spot at the largest scale that has one; over drawings only where there is no other. */
function freeSpot(page: Size, drawing: Size, scales: number[], cost: Costs): Spot | undefined {
  for (const scale of scales) {
    for (const over of cost.free) {
      const { spot, covered } = cheapest(page, drawing, scale, over);
      if (covered === 0) return spot;
    }
  }
  return undefined;
}

/** The first of the spots where a drawing covers least. */
function cheapest(page: Size, drawing: Size, scale: number, cost: Cost): { spot: Spot; covered: number } {
  let best = { spot: { x: 0, y: 0, scale }, covered: Number.POSITIVE_INFINITY };
  for (const spot of spots(page, drawing, scale)) {
    const right = spot.x + drawing.width * scale;
    const top = spot.y + drawing.height * scale;
    const covered = cost([spot.x - clearance, spot.y - clearance, right + clearance, top + clearance]);
    if (covered < best.covered) best = { spot, covered };
    if (covered === 0) break;
  }
  return best;
}
