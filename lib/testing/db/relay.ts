import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '@/lib/testing/db/postgres';

/** Forwards to PostgreSQL, and fails like a network. Each way of failing concerns the connections of that moment. */
export class Relay {
  private readonly pairs = new Set<[Socket, Socket]>();
  private readonly server: Server;

  constructor(private readonly target: URL) {
    this.server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      const pair: [Socket, Socket] = [near, far];
      this.pairs.add(pair);
      near.pipe(far).pipe(near);
      for (const socket of pair) socket.on('error', () => undefined);
      near.on('close', () => {
        far.destroy();
        this.pairs.delete(pair);
      });
    });
  }

  /** @returns the URL that leads through the relay */
  async listen(): Promise<string> {
    const url = new URL(this.target);
    url.port = String(await freePort());
    await new Promise<void>((resolve) => this.server.listen(Number(url.port), url.hostname, resolve));
    return url.href;
  }

  /** Leaves the connections open and silent for ever. */
  freeze(): void {
    for (const [near, far] of this.pairs) {
      near.unpipe(far);
      far.unpipe(near);
      near.resume();
    }
  }

  /** Cuts the connections as a firewall does (RST). */
  reset(): void {
    for (const [near] of this.pairs) near.resetAndDestroy();
  }

  /** Ends the connections in order (FIN). */
  end(): void {
    for (const [near] of this.pairs) near.destroy();
  }

  close(): void {
    this.end();
    this.server.close();
  }
}
