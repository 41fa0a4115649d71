import { MustWait } from '@/lib/data/errors';

/** Work that is done a few at a time: the rest waits its turn, and what would wait too long is told to come back. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly lanes: number,
    private readonly longestQueue: number,
    /** Seconds after which the queue has moved on. */
    private readonly comeBackIn: number,
  ) {}

  /** Does the work when its turn comes. @throws MustWait 'busy' at once when too much waits already */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= this.longestQueue) throw new MustWait(this.comeBackIn, 'busy');
    if (this.running >= this.lanes) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits is handed this turn: nobody can slip in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

/**
 * Hashes of passwords run two at a time: each holds 46 MiB, and a crowd signing in must not exhaust the memory. A
 * hundred that wait are some seconds of work.
 */
export const hashingTurns = new Turns(2, 100, 5);
