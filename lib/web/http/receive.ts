import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientIp, isProxy } from '@/lib/domain/sign-in/ip';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { giveRequestId } from '@/lib/request-id';
import { watchBody } from '@/lib/web/http/body-time';
import { noteAnswering } from '@/lib/web/http/malformed-request';
import { measureRequest } from '@/lib/web/http/measure-request';
import { mostBytes, type RefusedRequest, refusalOf } from '@/lib/web/http/refused-request';

/** What a server in front says about a request. From anybody else it says nothing. */
const fromProxies = [
  ...['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'],
  ...['x-real-ip', 'forwarded'],
];

const traceHeaders = ['traceparent', 'tracestate', 'baggage'];

const text = (header: string | string[] | undefined) => [header ?? []].flat().join(',') || undefined;

/**
 * Puts the truth about a request in the place of what it says: `x-forwarded-for` then holds the one address of the
 * visitor, and `host` the host that was asked for. The pages read nothing else.
 */
function correctHeaders(request: IncomingMessage): void {
  const { headers, socket } = request;
  const proxies = env.TRUSTED_PROXIES;
  const ip = clientIp(socket.remoteAddress, text(headers['x-forwarded-for']), proxies);
  const isFromProxy = isProxy(socket.remoteAddress, proxies);
  const host = isFromProxy ? text(headers['x-forwarded-host']) : undefined;
  for (const name of fromProxies) delete headers[name];
  // Nobody else has their requests become part of a trace.
  if (!isFromProxy) for (const name of traceHeaders) delete headers[name];
  if (ip) headers['x-forwarded-for'] = ip;
  if (host) headers.host = host;
}

/** Answers a request that is refused, in words. */
export function answerRefusal(response: ServerResponse, { status, reason, html }: RefusedRequest): void {
  log.info({ status, reason }, 'request refused');
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

/**
 * Takes a request before the framework sees it. One that no page can answer is answered here.
 * @returns whether the framework shall answer it
 */
export function receive(request: IncomingMessage, response: ServerResponse): boolean {
  giveRequestId(request, response);
  measureRequest(request, response);
  noteAnswering(request.socket, response);
  correctHeaders(request);
  watchBody(request, response, mostBytes(request.url?.split('?')[0] ?? ''));
  const refusal = refusalOf(request);
  if (refusal) answerRefusal(response, refusal);
  return refusal === null;
}
