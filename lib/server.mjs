// The HTTP server of one process, around Next's request handler. Plain JavaScript: it runs as it stands, without a build.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { constants } from 'node:zlib';
import compression from 'compression';
import next from 'next';
import { answeredByOther } from './other-builds.mjs';

/** Node gives a request 5 minutes to arrive. 35 MB over a slow line take longer; lib/web/http/body-time.ts ends it earlier. */
const requestTimeout = 30 * 60 * 1000;

/**
 * A server in front keeps connections for a minute, and must be the one that closes them: what it sends at the moment when we do is
 * lost. Others have five seconds.
 */
const keepAliveTimeout = process.env.TRUSTED_PROXIES ? 65_000 : 5_000;

/**
 * Before the end a connection is closed when nothing was under way on it at so many looks, one every so many milliseconds. Between two
 * looks everything is read that has come: on a busy machine a request may have waited for that, and the clock alone says nothing.
 */
const [looks, betweenLooksMs] = [10, 50];

/**
 * A page is made for one reader: the quickest level, a quarter larger than the usual one, takes a third of its time. Scripts and
 * styles are fetched once and kept, and have the usual level; what is made once for all is compressed by lib/web/prepared/variants.ts.
 */
const quickest = { level: 1, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } } };

/** Adds the headers that a response lacks at the moment it is sent, whoever made it; none keeps its connection once the server ends. */
function addWhenSent(response, shared) {
  const { writeHead } = response;
  response.writeHead = (...sent) => {
    for (const [name, value] of shared.headers)
      if (!response.hasHeader(name)) response.setHeader(name, value);
    if (shared.isDraining) response.setHeader('connection', 'close');
    return writeHead.apply(response, sent);
  };
}

/** The connections of a server. */
class Connections {
  /** Of each: how many requests are under way on it, and at how many looks there was none. */
  #all = new Map();

  open(socket) {
    this.#all.set(socket, { underWay: 0, idle: 0 });
    socket.once('close', () => this.#all.delete(socket));
  }

  begin({ socket }, response) {
    const connection = this.#all.get(socket);
    if (!connection) return;
    connection.underWay += 1;
    connection.idle = 0;
    response.once('close', () => {
      connection.underWay -= 1;
    });
  }

  /** Closes each once nothing is under way on it. Also those that have asked nothing yet, which Node does not count as idle. */
  async end() {
    for (; this.#all.size > 0; await wait(betweenLooksMs)) {
      for (const [socket, connection] of this.#all) {
        if (connection.underWay === 0) connection.idle += 1;
        if (connection.idle > looks) socket.destroySoon();
      }
    }
  }
}

/**
 * A server that has `shared.receive` look at each request first, adds `shared.headers` to every response, and makes each
 * request's response known to the code that runs for it. `shared` is what lib/web/http/server.ts finds on globalThis, because Next's bundles have modules of their own.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} handle
 * @param {() => Promise<void>} [lastConnection] called once when the server is to end; resolves when no more connections come
 */
export function createCourtServer(handle, lastConnection = async () => undefined) {
  const responses = new AsyncLocalStorage();
  const server = createServer({ requestTimeout, keepAliveTimeout }, (request, response) => {
    connections.begin(request, response);
    addWhenSent(response, shared);
    responses.run(response, async () => {
      if (await shared.receive(request, response)) handle(request, response);
    });
  });
  const connections = new Connections();
  server.on('connection', (socket) => connections.open(socket));
  const shared = { server, headers: [], receive: () => true, responses, isDraining: false, drain };
  // Called with what is to be done before the first request, once all beside the pages has started.
  shared.started = new Promise((resolve) => {
    shared.noteStarted = resolve;
  });
  async function drain() {
    shared.isDraining = true;
    await lastConnection();
    if (server.listening) server.close();
    await connections.end();
  }
  globalThis.courtHttp = shared;
  return server;
}

/** Gives the server each connection that lib/primary.mjs deals. @returns what to call before the end */
function takeConnections(server) {
  // The server listens on nothing: its clocks, which cut off slow requests, start here.
  server.emit('listening');
  process.on('message', (message, socket) => {
    if (message !== 'connection') return;
    process.send('taken');
    // Whoever has closed it meanwhile gets no answer.
    if (!socket) return;
    // As a server that listens itself would have it. With a delay each answer of several pieces would wait 40 ms for the last.
    socket.allowHalfOpen = true;
    socket.setNoDelay(true);
    server.emit('connection', socket);
    socket.resume();
  });
}

/** Tells the first process that this one ends. Resolves when that has given it its last connection. */
function announceEnd() {
  return new Promise((resolve) => {
    process.on('message', (message) => message === 'no more connections' && resolve());
    process.once('disconnect', resolve);
    if (process.connected) process.send('ending');
    else resolve();
  });
}

/** Serves a build, once its pages and everything beside them (instrumentation.ts) are ready. @param {string} build its path */
async function serve(build) {
  const dir = path.resolve(import.meta.dirname, '..');
  globalThis.courtBuild = build;
  process.env.COURT_BUILD = path.relative(dir, build);
  // A server whose first process is gone has no port.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Standard output is the log's alone. Of its own start the framework tells nothing that an operator needs.
  Object.assign(console, { log: () => undefined, info: () => undefined });
  const app = next({ dir, port: Number(process.env.PORT) || 3000 });
  const [compressFile, compressPage] = [compression(), compression(quickest)];
  const server = createCourtServer((request, response) => {
    if (answeredByOther(build, request, response)) return;
    const compress = request.url?.startsWith('/_next/static/') ? compressFile : compressPage;
    compress(request, response, () => app.getRequestHandler()(request, response));
  }, announceEnd);
  await app.prepare();
  // The framework calls itself ready before that.
  const prepare = await globalThis.courtHttp.started;
  await prepare();
  takeConnections(server);
  process.send('ready');
}

const [, program, build] = process.argv;
if (program === import.meta.filename && build) await serve(build);
