import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from '@/lib/testing/db/postgres';

/**
 * What becomes of a request: a 500; no answer at all; a connection that is cut before S3 hears of the request, after S3 has
 * done it, or in the middle of the answer.
 */
type S3Fault = '500' | 'silence' | 'cut' | 'answer-lost' | 'answer-cut';

/** Stands between a service and S3 and fails on purpose. */
export type S3Faults = {
  url: string;
  /** The faults of the next requests that match, one each; after them all is well. */
  next(faults: S3Fault[], matches?: (request: IncomingMessage) => boolean): void;
  /** How many of the faults have not happened yet. */
  left(): number;
  /** Method and path of each request. */
  seen: string[];
  close(): Promise<void>;
};

/** @param endpoint S3's URL. The signed name of the host is passed on as it came. */
export async function startS3Faults(endpoint: string): Promise<S3Faults> {
  let waiting: S3Fault[] = [];
  let matches: (request: IncomingMessage) => boolean = () => true;
  const seen: string[] = [];

  function forward(request: IncomingMessage, response: ServerResponse, fault: S3Fault | undefined): void {
    const { method, headers } = request;
    const onward = ask(new URL(request.url ?? '', endpoint), { method, headers, agent: false }, (answer) => {
      if (fault === 'answer-lost') {
        answer.resume().on('end', () => response.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      if (fault === 'answer-cut')
        answer.once('data', (chunk: Buffer) => {
          response.write(chunk.subarray(0, chunk.length / 2), () => response.destroy());
          answer.resume();
        });
      else answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }

  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const fault = matches(request) ? waiting.shift() : undefined;
    if (fault === '500') {
      request.resume().on('end', () => response.writeHead(500).end());
    } else if (fault === 'silence') request.resume();
    else if (fault === 'cut')
      request.once('data', () => response.destroy()).on('end', () => response.destroy());
    else forward(request, response, fault);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    next(faults, which = () => true) {
      [waiting, matches] = [[...faults], which];
    },
    left: () => waiting.length,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
