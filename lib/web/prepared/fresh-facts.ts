import type { PublicMarks } from '@/lib/data/court/public-facts';

/** Marks of the rows that pages show are asked for again after `earlyMs`, and are believed for `mostMs`. */
const [earlyMs, mostMs] = [250, 500];
/** A database that takes longer is as good as away. */
const patienceMs = 2_000;

type Known = { marks: PublicMarks; askedAt: number; round: number };

/**
 * The marks of the rows that pages show, never older than half a second: a change by another process is seen by then. Nothing is
 * asked while nobody comes, and one at a time asks for all.
 */
export class FreshFacts {
  #known: Known | undefined;
  #asking: Promise<void> | undefined;
  #round = 0;

  /** @param read asks the database @param now milliseconds that only grow */
  constructor(
    private readonly read: () => Promise<PublicMarks>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** From now on what was read before counts no more: this process has changed something, or may have. */
  expire(): void {
    this.#round += 1;
  }

  /** What is known without asking; undefined where that is too old. */
  get known(): PublicMarks | undefined {
    if (this.#age > earlyMs) void this.#ask();
    return this.#age <= mostMs ? this.#known?.marks : undefined;
  }

  /** What is known, or else what the database says now; undefined while it does not answer. */
  async fresh(): Promise<PublicMarks | undefined> {
    const begun = this.now();
    // What was being asked before, or when something changed, may have missed a change.
    for (let times = 0; times < 3 && !this.#isSince(begun); times += 1) await this.#ask();
    return this.#isSince(begun) ? this.#known?.marks : undefined;
  }

  /** Of what counts, in ms. */
  get #age(): number {
    const known = this.#known;
    return known && known.round === this.#round ? this.now() - known.askedAt : Number.POSITIVE_INFINITY;
  }

  #isSince(begun: number): boolean {
    return this.#age <= Math.max(mostMs, this.now() - begun);
  }

  #ask(): Promise<void> {
    this.#asking ??= this.#read().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #read(): Promise<void> {
    const [askedAt, round] = [this.now(), this.#round];
    const marks = await answered(this.read());
    this.#known = marks && { marks, askedAt, round };
  }
}

/** Undefined for what failed, or did not come in time. */
async function answered<T>(asked: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined);
  });
  try {
    return await Promise.race([asked.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
