import { create } from 'content-disposition';
import { courtAuthority } from '@/lib/jobs/issuing/court-certificate';

/**
 * The authority's certificate behind the court's seal, for a PDF reader to trust: DER, or with `?form=pem` as
 * PEM.
 */
export async function GET(request: Request): Promise<Response> {
  const authority = await courtAuthority();
  const isPem = new URL(request.url).searchParams.get('form') === 'pem';
  return new Response(isPem ? authority.toString() : new Uint8Array(authority.raw), {
    headers: {
      'content-type': isPem ? 'application/x-pem-file' : 'application/pkix-cert',
      'content-disposition': create(`court-authority.${isPem ? 'pem' : 'crt'}`),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}
