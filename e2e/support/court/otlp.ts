import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Value = { stringValue?: string; intValue?: number | string; boolValue?: boolean };
export type ReceivedSpan = {
  name: string;
  traceId: string;
  parentSpanId?: string;
  attributes: { key: string; value: Value }[];
};
type Body = { resourceSpans: { scopeSpans: { spans: ReceivedSpan[] }[] }[] };

/** A receiver of traces on this machine: OTLP over HTTP, as JSON. */
export type Otlp = {
  url: string;
  /** Every byte that came, as text. */
  text: () => string;
  spans: () => ReceivedSpan[];
  /** From now on it takes what comes and never answers. */
  fallSilent: () => void;
  close: () => void;
};

export const attributeOf = ({ attributes }: ReceivedSpan, key: string) =>
  attributes.find((one) => one.key === key)?.value.stringValue;

/** Starts a receiver on a free port. */
export async function startOtlp(): Promise<Otlp> {
  const bodies: string[] = [];
  let isSilent = false;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (isSilent) return;
    bodies.push(Buffer.concat(chunks).toString('utf8'));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => bodies.join('\n'),
    spans: () =>
      bodies
        .map((body) => JSON.parse(body) as Body)
        .flatMap(({ resourceSpans }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans),
    fallSilent: () => {
      isSilent = true;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
