import { randomBytes } from 'node:crypto';
import { NextRequest, type NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { routing } from '@/lib/web/routing';
import { contentSecurityPolicy, securityHeaders } from '@/lib/web/security-headers';

const pickLanguage = createMiddleware(routing);

/** Picks the language and sets the headers. It decides nothing about access: that lives in lib/data. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-pathname', request.nextUrl.pathname);
  const response = pickLanguage(new NextRequest(request, { headers }));
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of securityHeaders) response.headers.set(name, value);
  return response;
}

/** Uploads pass by: a request that crosses the proxy has its body cut at 10 MB. */
export const config = { matcher: ['/((?!api/|_next/|.*\\.(?:ico|svg|png|woff2|txt|webmanifest)$).*)'] };
