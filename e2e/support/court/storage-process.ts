import { createServer, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { embeddedFetch } from '../../../lib/storage/embedded/embedded';
import { apiKey } from '../../../lib/storage/embedded/signature';

/**
 * A process of its own that stands where UploadThing would, on the port and with the files that its environment names:
 * the embedded service behind HTTP. Its parent tells it the method whose requests fail from now on, or '' for none; it
 * tells its parent the token, and then the method of each request that failed.
 */
const origin = process.env.PUBLIC_ORIGIN ?? '';
let failing = '';
process.on('message', (method: string) => {
  failing = method;
});
process.on('disconnect', () => process.exit());

function ask(request: IncomingMessage): Promise<Response> {
  const { url, method = 'GET' } = request;
  const headers = new Headers(request.headers as Record<string, string>);
  const hasBody = method === 'PUT' || method === 'POST';
  const body = hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' };
  return embeddedFetch(new Request(`${origin}${url}`, { method, headers, ...body }));
}

const server = createServer(async (request, response) => {
  if (request.method === failing) {
    process.send?.(failing);
    request.resume();
    response.writeHead(500).end();
    return;
  }
  const answer = await ask(request);
  const headers = Object.fromEntries(answer.headers);
  response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
});

const token = { apiKey: apiKey(), appId: 'fake', regions: ['fake'] };
server.listen(Number(process.env.PORT), () =>
  process.send?.(Buffer.from(JSON.stringify(token)).toString('base64')),
);
