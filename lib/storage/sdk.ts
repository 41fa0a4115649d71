import { UTApi } from 'uploadthing/server';
import type { RouteHandlerConfig } from 'uploadthing/types';
import { env } from '@/lib/env';
import { readToken } from '@/lib/env-kinds';
import { embeddedFetch } from '@/lib/storage/embedded/embedded';
import { apiKey } from '@/lib/storage/embedded/signature';

/**
 * The name of the embedded service within the process. The SDK uses http only for names that contain "local".
 */
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

/** A token whose only region is the one asked for: the SDK stores in the first. `lib/env.ts` saw that the token has it. */
function tokenFor(region: string | undefined, token: string): string {
  if (!region) return token;
  return Buffer.from(JSON.stringify({ ...readToken(token), regions: [region] })).toString('base64');
}

/** The real UploadThing if it is configured, else the embedded service. */
const service = () =>
  env.UPLOADTHING_TOKEN
    ? { token: tokenFor(env.UPLOADTHING_REGION, env.UPLOADTHING_TOKEN), fetch }
    : embedded();

/**
 * For `createRouteHandler`. Development and production work the same way. At Info the SDK would log signed
 * addresses.
 */
export function routeHandlerConfig(): RouteHandlerConfig {
  const callbackUrl = `${env.PUBLIC_ORIGIN}/api/uploadthing`;
  return { ...service(), callbackUrl, isDev: false, logLevel: 'Warning' };
}

/**
 * The SDK's server client. It logs nothing, because its log of failures would contain signed addresses.
 * Failures are thrown.
 */
export function utApi(): UTApi {
  const host = { apiUrl: `http://${embeddedHost}`, ufsHost: embeddedHost, ufsAppIdLocation: 'path' as const };
  return new UTApi({ ...service(), ...(!env.UPLOADTHING_TOKEN && host), logLevel: 'None' });
}

/** Fetches a signed address that `utApi` made. */
export const storageFetch = (address: string, init?: RequestInit) => service().fetch(address, init);

/** The SDK's client of the real UploadThing, whatever the service itself uses, and what fetches its signed addresses. */
export function realUploadThing(): { api: UTApi; fetch: typeof fetch } {
  const token = tokenFor(env.UPLOADTHING_REGION, env.UPLOADTHING_TOKEN ?? '');
  return { api: new UTApi({ token, logLevel: 'None' }), fetch };
}
