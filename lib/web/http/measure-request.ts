import type { IncomingMessage, ServerResponse } from 'node:http';
import { isMeasuring, measure } from '@/lib/measure';
import { routeOf } from '@/lib/web/routes/route-of';

const methods = ['GET', 'HEAD', 'POST'];

/** Measures how long a request is answered, by the pattern of its path; nothing of what it asks for is kept. */
export function measureRequest({ method = '', url = '/' }: IncomingMessage, response: ServerResponse): void {
  if (!isMeasuring()) return;
  const began = performance.now();
  const named = {
    method: methods.includes(method) ? method : 'other',
    route: routeOf(url.split('?')[0] ?? '/'),
  };
  response.once('close', () => {
    const status = response.headersSent ? String(response.statusCode) : 'broken-off';
    measure('request', (performance.now() - began) / 1000, { ...named, status });
  });
}
