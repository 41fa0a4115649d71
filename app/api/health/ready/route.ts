import { isDraining } from '@/lib/web/http/server';

/** For servers in front: 200 while new visitors may come, and 503 once this process was told to end. */
export async function GET(): Promise<Response> {
  return Response.json(
    { ready: !isDraining() },
    { status: isDraining() ? 503 : 200, headers: { 'cache-control': 'no-store' } },
  );
}
