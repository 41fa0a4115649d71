import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../../../lib/testing/db/postgres';

/** A connection of TCP is passed on to a port, until it is cut. */
export type CuttingProxy = {
  port: number;
  /** How often a connection was cut. */
  cuts: () => number;
  /** Cuts, so many times, a connection on which more than so many bytes went to the server. */
  cutAfter: (bytes: number, times: number) => void;
  stop: () => void;
};

export async function startCuttingProxy(to: number): Promise<CuttingProxy> {
  const port = await freePort();
  const open = new Set<Socket>();
  let [most, left, cuts] = [Infinity, 0, 0];
  const server = createServer((browser) => {
    const court = connect(to, '127.0.0.1');
    let sent = 0;
    const cut = () => {
      browser.resetAndDestroy();
      court.resetAndDestroy();
    };
    browser.on('data', (data) => {
      sent += data.length;
      if (sent <= most || left === 0) return;
      left -= 1;
      cuts += 1;
      cut();
    });
    for (const socket of [browser, court]) {
      open.add(socket);
      socket.on('error', cut).on('close', () => open.delete(socket));
    }
    browser.pipe(court).pipe(browser);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    cuts: () => cuts,
    cutAfter: (bytes, times) => {
      [most, left] = [bytes, times];
    },
    stop: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
