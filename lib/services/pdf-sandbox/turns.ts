/** One job under way or waiting, and whose it is. */
type Waiting = { person: string; begin: () => void };

/**
 * Gives out turns so that nobody's jobs hold up those of others: a free turn goes to the person with the fewest jobs
 * under way, of these to the one who was served longest ago.
 */
export class Turns {
  private readonly waiting: Waiting[] = [];
  private readonly underWay = new Map<string, number>();
  private readonly served = new Map<string, number>();
  private total = 0;
  private clock = 0;

  /** @param atOnce jobs of all; `each` how many of these may be one person's */
  constructor(
    private readonly atOnce: number,
    private readonly each: number,
  ) {}

  /** Runs a job when it is its person's turn. */
  async take<T>(person: string, job: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin) => {
      this.waiting.push({ person, begin });
      this.giveOut();
    });
    try {
      return await job();
    } finally {
      this.total -= 1;
      this.count(person, -1);
      this.giveOut();
    }
  }

  private giveOut(): void {
    const next = this.total < this.atOnce ? this.next() : undefined;
    if (!next) return;
    this.waiting.splice(this.waiting.indexOf(next), 1);
    this.total += 1;
    this.count(next.person, 1);
    this.clock += 1;
    this.served.set(next.person, this.clock);
    next.begin();
  }

  private next(): Waiting | undefined {
    const may = this.waiting.filter(({ person }) => this.running(person) < this.each);
    return may.reduce<Waiting | undefined>(
      (best, one) => (best && !this.comesBefore(one.person, best.person) ? best : one),
      undefined,
    );
  }

  private comesBefore(one: string, other: string): boolean {
    const fewer = this.running(one) - this.running(other);
    return fewer < 0 || (fewer === 0 && this.lastServed(one) < this.lastServed(other));
  }

  private readonly running = (person: string) => this.underWay.get(person) ?? 0;
  private readonly lastServed = (person: string) => this.served.get(person) ?? 0;

  /** Nobody is remembered who has no job here. */
  private count(person: string, change: 1 | -1): void {
    const left = this.running(person) + change;
    if (left > 0) this.underWay.set(person, left);
    else this.underWay.delete(person);
    if (left === 0 && !this.waiting.some((one) => one.person === person)) this.served.delete(person);
  }
}
