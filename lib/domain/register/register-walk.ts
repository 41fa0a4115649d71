import {
  type ChainedEntry,
  type GapEntry,
  isClosed,
  ORIGIN,
  registerHash,
} from '@/lib/domain/register/register';

/**
 * The fault of an entry: in its number, its hash of the entry before, its own hash, or in a court file number
 * that a gap before it closed.
 */
export type Fault = { entry: number; fault: 'number' | 'previous' | 'hash' | 'closed' };

/** The entry after which a walk begins. Its number and hash are taken as given. */
export type Start = { entry: number; hash: string };

const BEGINNING: Start = { entry: 0, hash: ORIGIN };

/** Walks a register entry by entry. It keeps the gaps, of which a court has few, and nothing else. */
export class RegisterWalk {
  count = 0;
  root: string;
  /** The number of the entry whose hash was sought, once the walk has passed it. */
  foundAt: number | undefined;
  /** The gap that names the sought hash as the root of what was lost. */
  lostIn: GapEntry | undefined;
  readonly gaps: GapEntry[] = [];

  /**
   * @param start for a part of a register; a whole one needs none
   * @param sought the hash of an entry that somebody kept
   */
  constructor(
    readonly start = BEGINNING,
    private readonly sought?: string,
  ) {
    this.root = start.hash;
    if (start.entry > 0) this.lookAt(start);
  }

  /** The fault of the next entry, or undefined if it continues the chain. */
  step(entry: ChainedEntry): Fault | undefined {
    const next = this.start.entry + this.count + 1;
    if (entry.entry !== next) return { entry: next, fault: 'number' };
    if (entry.previous !== this.root) return { entry: next, fault: 'previous' };
    if (registerHash(entry) !== entry.hash) return { entry: next, fault: 'hash' };
    if (entry.kind === 'gap') this.passGap(entry);
    else if (entry.fileNumber && isClosed(entry.fileNumber, this.gaps))
      return { entry: next, fault: 'closed' };
    this.count += 1;
    this.root = entry.hash;
    this.lookAt(entry);
    return undefined;
  }

  private passGap(gap: GapEntry): void {
    this.gaps.push(gap);
    if (gap.lost && gap.lost.root === this.sought) this.lostIn = gap;
  }

  private lookAt({ entry, hash }: Start): void {
    if (hash === this.sought) this.foundAt = entry;
  }
}
