/**
 * A message's own HTML, to be shown in a frame of one of our pages and nowhere else. It may have styles, which mail
 * programs need within it, and do nothing: no scripts, no requests, no forms.
 */
export function framedMail(html: string): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
      'x-frame-options': 'SAMEORIGIN',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
