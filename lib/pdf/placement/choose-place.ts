import { Occupancy } from '@/lib/pdf/placement/occupancy';
import type { Occupied } from '@/lib/pdf/placement/occupied';
import { type Margin, margins, narrowest, type Size, scaleToFit, spots } from '@/lib/pdf/placement/spots';
import { type Box, boxThrough, type PageFrame, shownSize, toShown } from '@/lib/pdf/read/geometry';
import { printed, timesPaper } from '@/lib/pdf/read/paper';
import { numberSize, type Place, type Spot, sealSize } from '@/lib/pdf/read/seal-order';

type WithoutOpen<P> = P extends Place ? Omit<P, 'open'> : never;
/** A place, without the part that depends on the page's operators. */
export type Choice = WithoutOpen<Place>;

/** How much a drawing in a rectangle would cover; 0 where the rectangle is free. */
type Cost = (rectangle: Box) => number;

const clearance = 3;
/** A camera may not read the QR code of a smaller seal. */
const leastSealScale = 0.6;
const leastNumberScale = 0.7;
const numberScales = [0.85, leastNumberScale];
/** If a signature forbids adding a page, a small seal is better than none. */
const leastSignedScale = 0.5;
const signedScales = [0.9, 0.8, 0.7, 0.6, leastSignedScale];
const nothing: Occupied = { text: [], images: [], annotations: [], paths: [] };

/**
 * Chooses the seal's place on a page so that it covers no text, image or annotation, and no drawing if that
 * can be avoided; `occupied` is undefined if the page cannot be read. If there is no room, a page is added
 * for the seal, and this page gets only the court file number. A document that was signed before gets no
 * page: its seal may be smaller or stand on an image, or it has none. Otherwise all pages of one size have
 * seals of one size.
 *
 * The place is chosen on the page's print, so that the seal on paper has one size and its QR code can be read.
 */
export function choosePlace(frame: PageFrame, occupied: Occupied | undefined, signedBefore: boolean): Choice {
  const choice = chooseOnPaper(printed(frame), occupied, signedBefore);
  const times = timesPaper(frame);
  const onPage = ({ x, y, scale }: Spot): Spot => ({ x: x * times, y: y * times, scale: scale * times });
  if (choice.kind === 'first-page') return { ...choice, seal: onPage(choice.seal) };
  return choice.kind === 'added-page' ? { ...choice, number: onPage(choice.number) } : choice;
}

function chooseOnPaper(frame: PageFrame, occupied: Occupied | undefined, signedBefore: boolean): Choice {
  const page = shownSize(frame);
  const cost = costs(frame, occupied ?? nothing);
  const seal = occupied && (sealSpot(page, cost) ?? (signedBefore ? signedSealSpot(page, cost) : undefined));
  if (seal) return { kind: 'first-page', seal };
  return signedBefore ? { kind: 'nowhere' } : { kind: 'added-page', number: numberSpot(page, cost) };
}

type Costs = {
  /** One cost that counts drawings, then one that ignores them. */
  free: Cost[];
  /** Counts pictures alone; infinite if a word would be covered. */
  onlyPictures: Cost;
  /** Counts everything; a word weighs more than any picture. */
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
  // If not even the number would be legible, a small seal is no worse.
  const isTiny = scaleToFit(page, numberSize) < leastNumberScale;
  return scale >= leastSealScale || isTiny ? freeSpot(page, sealSize, [scale], cost) : undefined;
}

function signedSealSpot(page: Size, cost: Costs): Spot | undefined {
  const scales = upTo(scaleToFit(page, sealSize), signedScales).filter((scale) => scale >= leastSignedScale);
  const free = freeSpot(page, sealSize, scales, cost);
  if (free) return free;
  for (const scale of scales) {
    for (const margin of margins) {
      const { spot, covered } = cheapest(page, sealSize, scale, cost.onlyPictures, margin);
      if (Number.isFinite(covered)) return spot;
    }
  }
  return undefined;
}

function numberSpot(page: Size, cost: Costs): Spot {
  const scale = scaleToFit(page, numberSize);
  const free = freeSpot(page, numberSize, upTo(scale, numberScales), cost);
  return free ?? cheapest(page, numberSize, scale, cost.anything, narrowest).spot;
}

const upTo = (largest: number, scales: number[]) => [largest, ...scales.filter((scale) => scale < largest)];

/**
 * The first free spot at the largest scale that has one. It covers drawings only if no other spot is free, and comes near
 * the paper's edge only where none is farther from it.
 */
function freeSpot(page: Size, drawing: Size, scales: number[], cost: Costs): Spot | undefined {
  for (const scale of scales) {
    for (const over of cost.free) {
      for (const margin of margins) {
        const { spot, covered } = cheapest(page, drawing, scale, over, margin);
        if (covered === 0) return spot;
      }
    }
  }
  return undefined;
}

/** The first of the spots where a drawing covers least. */
function cheapest(
  page: Size,
  drawing: Size,
  scale: number,
  cost: Cost,
  margin: Margin,
): { spot: Spot; covered: number } {
  let best = { spot: { x: 0, y: 0, scale }, covered: Number.POSITIVE_INFINITY };
  for (const spot of spots(page, drawing, scale, margin)) {
    const right = spot.x + drawing.width * scale;
    const top = spot.y + drawing.height * scale;
    const covered = cost([spot.x - clearance, spot.y - clearance, right + clearance, top + clearance]);
    if (covered < best.covered) best = { spot, covered };
    if (covered === 0) break;
  }
  return best;
}
