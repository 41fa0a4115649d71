import { Agent, type IncomingHttpHeaders, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 6 });

export type Sent = {
  method?: string;
  headers?: Record<string, string> | undefined;
  body?: Buffer;
};
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** Sends a request exactly as it is given, whatever a browser or `fetch` would forbid, and follows nothing. */
export function send(origin: string, path: string, sent: Sent = {}): Promise<Answer> {
  return sendOnce(origin, path, sent).catch((error: unknown) => {
    // The server closed the idle connection in the moment in which it was used again: it never read the request.
    if (error instanceof Unread) return send(origin, path, sent);
    throw error;
  });
}

class Unread extends Error {}

function sendOnce(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: Sent,
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ agent, hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('latin1'),
        }),
      );
    });
    asked.on('error', (error: NodeJS.ErrnoException) =>
      reject(asked.reusedSocket && error.code === 'ECONNRESET' ? new Unread() : error),
    );
    asked.setTimeout(30_000, () => asked.destroy(new Error(`${method} ${path} was not answered`)));
    asked.end(body);
  });
}

/** A form's fields as multipart/form-data, in their order. */
export async function multipart(
  fields: [name: string, value: string][],
): Promise<{ body: Buffer; contentType: string }> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const made = new Response(form);
  return {
    body: Buffer.from(await made.arrayBuffer()),
    contentType: made.headers.get('content-type') ?? '',
  };
}
