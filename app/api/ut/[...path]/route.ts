import { POST as tellApp } from '@/app/api/uploadthing/route';
import { env } from '@/lib/env';
import { ingest } from '@/lib/storage/embedded/ingest';

/**
 * The embedded storage as the browser sees it: HEAD and PUT at signed addresses. With the real UploadThing it
 * answers 404.
 */
async function receive(request: Request): Promise<Response> {
  return env.UPLOADTHING_TOKEN ? new Response(null, { status: 404 }) : ingest(request, tellApp);
}

export { receive as HEAD, receive as PUT };
