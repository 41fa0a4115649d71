import { UTApi } from 'uploadthing/server';
import type { RouteHandlerConfig } from 'uploadthing/types';
import { env } from '@/lib/env';
import { embeddedFetch } from '@/lib/services/storage/embedded';
import { apiKey } from '@/lib/services/storage/signature';

/** A name for the embedded service inside the process; the SDK uses http only for names with "local" in them. */
const embeddedHost = 'storage.local';

function embeddedToken(): string {
  const token = { apiKey: apiKey(), appId: 'embedded', regions: ['embedded'] };
  return Buffer.from(JSON.stringify(token)).toString('base64');
}

const embedded = () => ({
  token: embeddedToken(),
  ingestUrl: `${env.PUBLIC_ORIGIN}/api/ut`,
  fetch: embeddedFetch,
});

/** The real UploadThing where it is configured, else the embedded service. */
const service = () => (env.UPLOADTHING_TOKEN ? { token: env.UPLOADTHING_TOKEN, fetch } : embedded());

/** For `createRouteHandler`. One flow in development and production; the SDK would log signed addresses at Info. */
export function routeHandlerConfig(): RouteHandlerConfig {
  const callbackUrl = `${env.PUBLIC_ORIGIN}/api/uploadthing`;
  return { ...service(), callbackUrl, isDev: false, logLevel: 'Warning' };
}

/** The SDK's server client. Its failures are logged with signed addresses, so it logs nothing: they are thrown. */
export function utApi(): UTApi {
  const host = { apiUrl: `http://${embeddedHost}`, ufsHost: embeddedHost, ufsAppIdLocation: 'path' as const };
  return new UTApi({ ...service(), ...(!env.UPLOADTHING_TOKEN && host), logLevel: 'None' });
}

/** Fetches a signed address that `utApi` made. */
export const storageFetch = (address: string, init?: RequestInit) => service().fetch(address, init);
