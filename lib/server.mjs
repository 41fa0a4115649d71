// The HTTP server of one process, around Next's request handler. Plain JavaScript: it runs as it stands, without a build.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
import path from 'node:path';
import next from 'next';

const port = Number(process.env.PORT) || 3000;

/** Without https nobody but this machine reaches the service, unless it is told otherwise; with it, a server in front does. */
const host =
  process.env.HOST || (process.env.PUBLIC_ORIGIN?.startsWith('https://') ? undefined : '127.0.0.1');

/** Node gives a request 5 minutes to arrive. 35 MB over a slow line take longer; lib/web/http/body-time.ts ends it earlier. */
const requestTimeout = 30 * 60 * 1000;

/** Adds the headers that a response lacks at the moment it is sent, whoever made it. */
function addWhenSent(response, headers) {
  const { writeHead } = response;
  response.writeHead = (...sent) => {
    for (const [name, value] of headers) if (!response.hasHeader(name)) response.setHeader(name, value);
    return writeHead.apply(response, sent);
  };
}

/**
 * A server that has `shared.receive` look at each request first, adds `shared.headers` to every response, and makes each
 * request's response known to the code that runs for it. `shared` is what lib/web/http/server.ts finds on globalThis, because Next's bundles have modules of their own.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} handle
 */
export function createCourtServer(handle) {
  const responses = new AsyncLocalStorage();
  const server = createServer({ requestTimeout }, (request, response) => {
    addWhenSent(response, shared.headers);
    responses.run(response, () => shared.receive(request, response) && handle(request, response));
  });
  const shared = { server, headers: [], receive: () => true, responses };
  globalThis.courtHttp = shared;
  return server;
}

/** Serves the build in the folder above, once its pages and everything beside them (instrumentation.ts) are ready. */
async function serve() {
  const app = next({ dir: path.resolve(import.meta.dirname, '..'), port });
  const server = createCourtServer((request, response) => app.getRequestHandler()(request, response));
  await app.prepare();
  server.on('error', (error) => {
    process.stderr.write(`the server cannot listen on port ${port}: ${error.message}\n`);
    process.exit(1);
  });
  server.listen(port, host);
}

if (process.argv[1] === import.meta.filename) await serve();
