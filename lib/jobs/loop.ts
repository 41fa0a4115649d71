import { log } from '@/lib/log';
import { measure } from '@/lib/measure';

/** Repeats work at an interval, and at once when it is woken. One round runs at a time. */
export class Loop {
  private timer?: NodeJS.Timeout;
  private running: Promise<void> | undefined;
  private again = false;
  private readonly stopping = new AbortController();
  private aliveAt?: Date;

  /**
   * @param round does the work that is due, and ends soon after its signal is aborted; its errors are logged.
   *   It calls `alive` after each piece of work, because a morning's backlog is one long round
   */
  constructor(
    private readonly name: string,
    private readonly round: (stopping: AbortSignal, alive: () => void) => Promise<void>,
    private readonly clock: () => Date,
  ) {}

  /** Runs a round at once, then one every `everyMs`. */
  start(everyMs: number): void {
    this.timer ??= setInterval(() => this.wake(), everyMs);
    this.wake();
  }

  /** Runs a round now, or another after the round under way. Does nothing before the start. */
  wake(): void {
    if (!this.timer || this.stopping.signal.aborted) return;
    this.again = true;
    this.running ??= this.rounds().finally(() => {
      this.running = undefined;
    });
  }

  /** Starts no new round. Resolves when the round under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.timer);
    await this.running;
  }

  /** Whether a round ended, or called `alive`, within `ms` before `now`. */
  isWell(now: Date, ms: number): boolean {
    return this.aliveAt !== undefined && now.getTime() - this.aliveAt.getTime() < ms;
  }

  private readonly alive = () => {
    this.aliveAt = this.clock();
  };

  private async rounds(): Promise<void> {
    while (this.again && !this.stopping.signal.aborted) {
      this.again = false;
      await this.round(this.stopping.signal, this.alive).then(this.alive, (error: unknown) => {
        measure('failedRound', 1, { loop: this.name });
        log.error({ err: error, loop: this.name }, 'a round failed');
      });
    }
  }
}
