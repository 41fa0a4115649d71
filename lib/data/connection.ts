import { connect, type Socket } from 'node:net';

/**
 * How this service talks to PostgreSQL so that none of its requests waits for ever on a connection whose other end is
 * gone: a machine that lost its power, a firewall that forgot, a server that stands still.
 *
 * The three times go together. The server ends a statement after 8 seconds and says so, or a transaction that waits as
 * long for its next statement. A connection without work is closed after 5. So one that was silent for 10 is dead.
 */
const statementMs = 8_000;
const idleSeconds = 5;
const silenceMs = 10_000;

/** Looks every second whether anything came, since the driver and TLS take listeners off a socket. */
function endWhenSilent(socket: Socket): void {
  let heard = 0;
  let silentMs = 0;
  const watch = setInterval(() => {
    silentMs = socket.bytesRead === heard ? silentMs + 1_000 : 0;
    heard = socket.bytesRead;
    if (silentMs >= silenceMs) socket.destroy(new Error('PostgreSQL is silent'));
    if (socket.destroyed) clearInterval(watch);
  }, 1_000);
  watch.unref();
}

type Server = { host: string[]; port: number[]; path: string | false };

/** For the option `socket` of postgres.js. Of several servers in the address the next is tried each time. */
function watchedSockets(): (server: Server) => Socket {
  let turn = 0;
  return ({ host, port, path }) => {
    const at = turn++ % host.length;
    const socket = path ? connect(path) : connect(Number(port[at]), host[at] ?? 'localhost');
    // As the driver itself does for its own sockets: the host's name is what a certificate is checked against.
    endWhenSilent(Object.assign(socket, { host: host[at] }));
    return socket;
  };
}

/** Options of postgres.js for the service's connections. */
export const connectionOptions = () => ({
  max: 10,
  connect_timeout: 5,
  idle_timeout: idleSeconds,
  /** Seconds until a lost server is tried again; without a limit of ours that grows to 20. */
  backoff: () => 0.5,
  socket: watchedSockets(),
  connection: {
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: statementMs,
  },
  onnotice: () => undefined,
});
