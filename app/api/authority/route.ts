import { create } from 'content-disposition';
import { courtAuthorities } from '@/lib/jobs/issuing/court-certificate';

/**
 * The authority's certificate behind the court's seal, for a PDF reader to trust: DER, or with `?form=pem` as
 * PEM, followed there by those of the authorities that vouched for earlier seals.
 */
export async function GET(request: Request): Promise<Response> {
  const authorities = await courtAuthorities();
  const isPem = new URL(request.url).searchParams.get('form') === 'pem';
  return new Response(isPem ? authorities.join('') : new Uint8Array(authorities[0]?.raw ?? []), {
    headers: {
      'content-type': isPem ? 'application/x-pem-file' : 'application/pkix-cert',
      'content-disposition': create(`court-authority.${isPem ? 'pem' : 'crt'}`),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}
