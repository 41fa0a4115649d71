import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { securityHeaders } from '@/lib/web/security-headers';

/** Adds what the response does not bear when it is about to leave, whoever made it. */
function secureWhenSent(response: ServerResponse): void {
  const writeHead = response.writeHead;
  response.writeHead = ((...sent: Parameters<typeof writeHead>) => {
    for (const [name, value] of securityHeaders) {
      if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    return writeHead.apply(response, sent);
  }) as typeof writeHead;
}

/**
 * Gives every response of this process the security headers: pages, files of the build, downloads, redirects and
 * failures. At the server itself, because no setting of the framework reaches all of them, and those that are part of
 * the build do not know the service's address.
 */
export function secureEveryResponse(): void {
  subscribe('http.server.request.start', (message) =>
    secureWhenSent((message as { response: ServerResponse }).response),
  );
}
