import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What visitors ask in turns: files, pages, and what nginx does not send a second time. */
const asked = [
  ['GET', '/icon.svg'],
  ['POST', '/api/csp-reports'],
  ['GET', '/home.png'],
  ['GET', '/api/date-promise?locale=en'],
  ['POST', '/api/csp-reports'],
  ['GET', '/icon.svg'],
  ['GET', '/en'],
  ['POST', '/api/csp-reports'],
  ['GET', '/api/date-promise?locale=fr'],
  ['GET', '/home.png'],
] as const;

const report = '[]';

/** More at once say nothing of a restart, only of a machine that is too slow for the pace. */
const mostUnderWay = 16;

/** Requests at a steady pace over connections that are kept; fewer where the machine cannot answer so many. */
export class Traffic {
  readonly failures: string[] = [];
  answered = 0;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly underWay = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;
  private readonly started = performance.now();
  private sent = 0;
  /** Those that were left out, so that the pace stays the same afterwards. */
  private leftOut = 0;

  constructor(
    private readonly origin: string,
    private readonly perSecond: number,
  ) {
    this.timer = setInterval(() => this.catchUp(), 5);
  }

  /** Sends no more. @returns once all are answered */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.underWay);
    this.agent.destroy();
  }

  private catchUp(): void {
    const due = ((performance.now() - this.started) / 1000) * this.perSecond;
    for (; this.sent + this.leftOut < due; ) {
      if (this.underWay.size >= mostUnderWay) {
        this.leftOut += 1;
        continue;
      }
      this.sent += 1;
      const [method, path] = asked[this.sent % asked.length] ?? asked[0];
      const one = this.ask(method, path).finally(() => this.underWay.delete(one));
      this.underWay.add(one);
    }
  }

  private ask(method: string, path: string): Promise<void> {
    return new Promise((done) => {
      const note = (what: string) => {
        this.failures.push(
          `${method} ${path}: ${what} after ${((performance.now() - this.started) / 1000).toFixed(1)} s`,
        );
        done();
      };
      const headers = method === 'POST' ? { 'content-length': report.length, origin: this.origin } : {};
      const sent = request(this.origin + path, { method, headers, agent: this.agent, timeout: 120_000 });
      sent.on('timeout', () => sent.destroy(new Error('no answer in two minutes')));
      sent.on('error', (error) => note(error.message));
      sent.on('response', (response) => {
        const status = response.statusCode ?? 0;
        response.resume().on('error', (error) => note(error.message));
        response.on('end', () => {
          this.answered += 1;
          // Who asks often is told to wait: an answer like any other.
          if (status >= 500 || (method === 'GET' && status !== 200)) note(`answered ${status}`);
          else done();
        });
      });
      sent.end(method === 'POST' ? report : undefined);
    });
  }

  /** How many were answered in a second, on average. */
  get pace(): number {
    return Math.round((this.answered * 1000) / (performance.now() - this.started));
  }

  /** Waits until so many more were answered. */
  async more(count: number): Promise<void> {
    for (const until = this.answered + count; this.answered < until; ) await wait(20);
  }
}
