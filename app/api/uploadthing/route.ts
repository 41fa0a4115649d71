import { createRouteHandler } from 'uploadthing/server';
import { tooOften } from '@/app/api/rate-limit';
import { senders, uploads } from '@/app/api/uploadthing/core';
import { findSender } from '@/app/api/uploadthing/sender';
import { MustWait } from '@/lib/data/access/errors';
import { routeHandlerConfig } from '@/lib/storage/sdk';

let made: ((request: Request) => Promise<Response>) | undefined;
/** Made on demand, because the build imports this file without a configuration. */
function handle(request: Request): Promise<Response> {
  made ??= createRouteHandler({ router: uploads, config: routeHandlerConfig() });
  return made(request);
}

/** Tells the browser's hook, in its first request, which files are accepted. */
export const GET = (request: Request) => handle(request);

/**
 * A person asks for the address of an upload, or the storage reports that it is complete (signed, which the
 * SDK checks).
 */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.has('uploadthing-hook')) return handle(request);
  const sender = await findSender(request, 'upload');
  if (typeof sender === 'string') return Response.json({ message: sender }, { status: 403 });
  if (sender instanceof MustWait) return tooOften(request, sender);
  senders.set(request, sender);
  return handle(request);
}
