import { randomBytes } from 'node:crypto';
import { NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { database } from '@/lib/data/db/db';
import { outagePage } from '@/lib/web/http/outage';
import { contentSecurityPolicy } from '@/lib/web/http/security-headers';
import { isPreparing } from '@/lib/web/prepared/preparing';
import { routing } from '@/lib/web/routes/routing';

const pickLanguage = createMiddleware(routing);

/**
 * Picks the language and gives the page its policy; lib/server.mjs sets the other headers. It decides nothing
 * about access: that lives in lib/data. Without a database no page can be made, and the framework's answer to that would
 * be an empty one: whoever asks meanwhile for a page, a file or what a link in an e-mail leads to is told so here.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (await database().isAway?.()) return outagePage();
  return request.nextUrl.pathname.startsWith('/api/') ? NextResponse.next() : pageOf(request);
}

/** A page that is kept for everybody has no nonce: lib/web/prepared gives it a policy of its own. */
function keptPageOf(request: NextRequest): Response {
  const headers = new Headers(request.headers);
  headers.set('x-pathname', request.nextUrl.pathname);
  return pickLanguage(new NextRequest(request, { headers }));
}

function pageOf(request: NextRequest): Response {
  if (isPreparing()) return keptPageOf(request);
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-pathname', request.nextUrl.pathname);
  const response = pickLanguage(new NextRequest(request, { headers }));
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

/**
 * Uploads pass by, for a request that crosses the proxy has its body cut at 10 MB, and so do the files that there are;
 * of what lies under /api only what people open themselves.
 */
export const config = {
  matcher: [
    '/((?!api/|_next/|home\\.png$|date-promise\\.js$|icon\\.svg$).*)',
    '/api/(admin|confirm-email|deadlines|documents|first-administrator|receipts|recover|substitutes|undo-email)/:path+',
    '/api/register',
  ],
};
