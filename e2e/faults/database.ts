import { strict as assert } from 'node:assert';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../lib/data/testing-postgres';
import { claimPdf } from '../fixtures/pdfs';
import { newClaimant, prepareDraft } from '../support/claimant';
import { check } from './check';
import { Court, evening } from './court';

const inHours = '2026-11-24T15:00:00.000Z';

/** Waits until the server says that it is well. @returns the seconds; throws after `most` */
async function well(origin: string, most: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(20_000) }).catch(
      () => null,
    );
    const seconds = (performance.now() - started) / 1000;
    if (answer?.ok) return seconds;
    assert.ok(seconds < most, `well again within ${most} s`);
    await wait(200);
  }
}

/** PostgreSQL crashes in the middle of a submit and comes back: the draft is kept, and the same form is taken once. */
export async function databaseStops(): Promise<string> {
  const court = await Court.open();
  try {
    const { origin } = await court.start(inHours);
    const visitor = await newClaimant(origin);
    const pdf = Buffer.from(await claimPdf({ title: 'STATEMENT OF CLAIM', pages: 2 }));
    const draft = await prepareDraft(visitor, new Blob([pdf], { type: 'application/pdf' }));
    const review = await visitor.get(`/en/claims/${draft}/review`);
    const send = () => visitor.submit(review, 'certify', { certify: 'on' });
    const interrupted = send().catch(() => null);
    await wait(15);
    court.database.halt();
    await interrupted;
    const meanwhile = await visitor.get('/en/account');
    assert.ok(meanwhile.status >= 500, `an outage is said to be one: ${meanwhile.status}`);
    court.database.resume();
    const seconds = await well(origin, 10);
    const page = await send();
    assert.match(page.path, /\/confirmation$/, 'the same form is taken');
    await court.settled();
    await check(court, 1);
    return `PostgreSQL crashed in a submit; well again in ${seconds.toFixed(1)} s`;
  } finally {
    await court.close();
  }
}

/** Forwards to PostgreSQL; `freeze` leaves the connections of that moment open and silent for ever. */
class Relay {
  private readonly pairs = new Set<[Socket, Socket]>();
  private readonly server: Server;

  constructor(target: string) {
    const { hostname, port } = new URL(target);
    this.server = createServer((near) => {
      const far = connect(Number(port), hostname);
      const pair: [Socket, Socket] = [near, far];
      this.pairs.add(pair);
      near.pipe(far).pipe(near);
      for (const socket of pair) socket.on('error', () => undefined);
      near.on('close', () => far.destroy());
    });
  }

  async listen(): Promise<number> {
    const port = await freePort();
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return port;
  }

  freeze(): void {
    for (const [near, far] of this.pairs) {
      near.unpipe(far);
      far.unpipe(near);
      near.resume();
    }
  }

  close(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    this.server.close();
  }
}

/** Connections to PostgreSQL go silent without closing: the server notices, and goes on over new ones. */
export async function connectionsGoSilent(): Promise<string> {
  const court = await Court.open();
  const relay = new Relay(court.database.url);
  try {
    const url = new URL(court.database.url);
    url.port = String(await relay.listen());
    const { origin } = await court.start(undefined, url.href);
    court.act('queue', 30, evening);
    await wait(500);
    relay.freeze();
    const seconds = await well(origin, 30);
    await court.settled(60);
    await check(court, 30);
    return `half-open connections to PostgreSQL; well again in ${seconds.toFixed(1)} s`;
  } finally {
    await court.close();
    relay.close();
  }
}
