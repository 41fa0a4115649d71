import type { Box } from '@/lib/pdf/read/geometry';
import { type Colour, looksLike, white } from '@/lib/pdf/warnings/colours';

/** A letter by its middle, in user space, and how it is painted. */
export type Letter = {
  x: number;
  y: number;
  height: number;
  colour: Colour;
  isInvisible: boolean;
  clip: Box;
};
/** An area that is painted; solid where nothing shines through and it is a rectangle. */
export type Area = { box: Box; colour: Colour; isSolid: boolean };

/** Fewer letters than these are no text: a stray sign of a word processor. */
const fewest = 4;
/** Letters whose height is a smaller part of the page's are not meant to be read. */
const leastPart = 1 / 2000;
/** Beyond these a page is a drawing, whose areas are not compared with its letters. */
const [mostAreas, mostComparisons] = [3000, 20_000_000];

/**
 * What a page paints, in its order. It tells whether the page shows anything, and how many letters it holds that nobody
 * sees: in the colour of what is below them, outside the page or their clip, under a later area, or in render mode 3
 * where no picture shows their words.
 */
export class PageMarks {
  private readonly areas: Area[] = [];
  private readonly images: Box[] = [];
  private seen: Letter[] = [];
  private underImages = 0;
  private readonly invisible: Letter[] = [];
  private hidden = 0;
  private paints = false;
  private comparisons = 0;

  constructor(private readonly page: Box) {}

  letter(letter: Letter): void {
    const isSmall = letter.height < (this.page[3] - this.page[1]) * leastPart;
    if (letter.isInvisible) this.invisible.push(letter);
    else if (isSmall || !holds(this.page, letter) || !holds(letter.clip, letter)) this.hidden += 1;
    else if (looksLike(letter.colour, this.colourBelow(letter))) this.hidden += 1;
    else this.seen.push(letter);
  }

  area(area: Area): void {
    if (!meets(area.box, this.page)) return;
    this.paints ||= !looksLike(area.colour, white);
    if (this.areas.length < mostAreas) this.areas.push(area);
    if (area.isSolid) this.hidden += this.cover(area.box).length;
  }

  image(box: Box, hidesBelow: boolean, isPlain: () => boolean): void {
    if (!meets(box, this.page)) return;
    this.paints ||= !isPlain();
    this.images.push(box);
    this.areas.push({ box, colour: undefined, isSolid: false });
    if (hidesBelow) this.underImages += this.cover(box).length;
  }

  /** Lines within a box. One that is wide may be what letters stand on. */
  line(box: Box): void {
    this.area({ box, colour: undefined, isSolid: false });
  }

  get isBlank(): boolean {
    return !this.paints && this.seen.length === 0 && this.underImages === 0;
  }

  /** The words below a scanned page, whatever programme put them there, are its recognised text. */
  get hasHiddenText(): boolean {
    const isScan = sum(this.images.map(area)) > area(this.page) / 2;
    const unseen = this.invisible.filter((letter) => !this.images.some((box) => holds(box, letter)));
    return this.hidden + unseen.length + (isScan ? 0 : this.underImages) >= fewest;
  }

  /** Takes away the letters in a box. */
  private cover(box: Box): Letter[] {
    this.comparisons += this.seen.length;
    if (this.comparisons > mostComparisons) return [];
    const covered = this.seen.filter((letter) => holds(box, letter));
    if (covered.length > 0) this.seen = this.seen.filter((letter) => !holds(box, letter));
    return covered;
  }

  private colourBelow(letter: Letter): Colour {
    this.comparisons += this.areas.length;
    if (this.areas.length >= mostAreas || this.comparisons > mostComparisons) return undefined;
    return (this.areas.findLast(({ box }) => holds(box, letter)) ?? { colour: white }).colour;
  }
}

const holds = ([left, bottom, right, top]: Box, { x, y }: { x: number; y: number }) =>
  x >= left && x <= right && y >= bottom && y <= top;

const meets = (a: Box, b: Box) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

const area = ([left, bottom, right, top]: Box) => Math.max(0, right - left) * Math.max(0, top - bottom);

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
