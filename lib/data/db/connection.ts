import { connect, type Socket } from 'node:net';
import { withOneServer } from '@/lib/env-kinds';

/**
 * Keeps requests of this service from waiting for ever on a PostgreSQL connection whose other end is gone: a
 * machine without power, a firewall that forgot the connection, a frozen server. The three times belong
 * together. The server ends a statement after 8 seconds and says so; it also ends a transaction that waits
 * that long for its next statement. The service closes an idle connection after 5 seconds. So a connection
 * that is silent for 10 seconds is dead.
 */
export const statementMs = 8_000;
const idleSeconds = 5;
/** The most connections that a process has. */
export const mostConnections = 10;
const mostSilentMs = 10_000;

/** Checks every second whether data came, because the driver and TLS remove listeners from a socket. */
function endWhenSilent(socket: Socket, mostMs: number): void {
  let heard = 0;
  let silentMs = 0;
  const watch = setInterval(() => {
    silentMs = socket.bytesRead === heard ? silentMs + 1_000 : 0;
    heard = socket.bytesRead;
    if (silentMs >= mostMs) socket.destroy(new Error('PostgreSQL is silent'));
    if (socket.destroyed) clearInterval(watch);
  }, 1_000);
  watch.unref();
}

type Server = { host: string[]; port: number[]; path: string | false };

/**
 * For the option `socket` of postgres.js. If the URL names several servers, each attempt takes the next one.
 */
function watchedSockets(mostMs: number, open: Set<Socket>): (server: Server) => Socket {
  let turn = 0;
  return ({ host, port, path }) => {
    const at = turn++ % host.length;
    const socket = path ? connect(path) : connect(Number(port[at]), host[at] ?? 'localhost');
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // The driver sets this on its own sockets too: TLS checks the certificate against the host's name.
    endWhenSilent(Object.assign(socket, { host: host[at] }), mostMs);
    return socket;
  };
}

/** What a connection asks of PostgreSQL itself. A pooler takes no such word: pooler.ts. */
export const directTimes = {
  connection: { statement_timeout: statementMs, idle_in_transaction_session_timeout: statementMs },
};

/**
 * Options of postgres.js for the service's connections.
 * @param silentMs how long a connection may be silent before it is given up
 * @param open holds the sockets that are open: the driver does not tell how many it has
 */
export const connectionOptions = (silentMs = mostSilentMs, open = new Set<Socket>()) => ({
  max: mostConnections,
  connect_timeout: 5,
  idle_timeout: idleSeconds,
  /** Seconds before a lost server is tried again. The driver's own wait would grow to 20. */
  backoff: () => 0.5,
  socket: watchedSockets(silentMs, open),
  /** A statement that was prepared on one connection of a pooler is unknown on the next. */
  prepare: false,
  onnotice: () => undefined,
});

/**
 * Of several servers, the one that takes writes, unless the URL asks for another by `target_session_attrs`. The driver's
 * own read-write takes a standby of PostgreSQL 14 and later for one; its primary does not.
 */
export function writable(url: string): { target_session_attrs?: 'primary' } {
  const asked = /[?&]target_session_attrs=([^&]*)/.exec(url)?.[1];
  const isOneOfSeveral = withOneServer(url) !== url;
  return asked === 'read-write' || (!asked && isOneOfSeveral) ? { target_session_attrs: 'primary' } : {};
}
