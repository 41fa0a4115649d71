import { log } from '@/lib/log';

/** Work that comes round again: every so often, and at once when somebody wakes it. One round at a time. */
export class Loop {
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;
  private readonly stopping = new AbortController();
  private aliveAt?: Date;

  /**
   * @param round does what is due and ends soon after its signal is aborted; what it throws is logged. It says that it
   *   is alive after each piece of work: a morning's backlog is one long round
   */
  constructor(
    private readonly name: string,
    private readonly round: (stopping: AbortSignal, alive: () => void) => Promise<void>,
    private readonly clock: () => Date,
  ) {}

  /** Starts with a round, then one every `everyMs`. */
  start(everyMs: number): void {
    this.timer ??= setInterval(() => this.wake(), everyMs);
    this.wake();
  }

  /** Runs a round now, or once more when one is under way. Nothing happens where it was not started. */
  wake(): void {
    if (!this.timer || this.stopping.signal.aborted) return;
    this.again = true;
    this.running ??= this.rounds().finally(() => {
      this.running = undefined;
    });
  }

  /** No new round; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.timer);
    await this.running;
  }

  /** Whether a round ended, or said that it is alive, within `ms` before `now`. */
  isWell(now: Date, ms: number): boolean {
    return this.aliveAt !== undefined && now.getTime() - this.aliveAt.getTime() < ms;
  }

  private readonly alive = () => {
    this.aliveAt = this.clock();
  };

  private async rounds(): Promise<void> {
    while (this.again && !this.stopping.signal.aborted) {
      this.again = false;
      await this.round(this.stopping.signal, this.alive).then(this.alive, (error: unknown) =>
        log.error({ err: error, loop: this.name }, 'a round failed'),
      );
    }
  }
}
