import { POST as tellApp } from '@/app/api/uploadthing/route';
import { env } from '@/lib/env';
import { ingest } from '@/lib/storage/embedded/ingest';
import { bodyOfRequest } from '@/lib/web/http/server';

/**
 * The embedded storage as the browser sees it: HEAD and PUT at signed addresses. With the real UploadThing it
 * answers 404.
 */
async function receive(request: Request): Promise<Response> {
  if (env.UPLOADTHING_TOKEN) return new Response(null, { status: 404 });
  return ingest(request, tellApp, bodyOfRequest());
}

export { receive as HEAD, receive as PUT };
