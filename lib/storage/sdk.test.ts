import { expect, it, vi } from 'vitest';

/** Asks the SDK, configured as the service is, for the address of an upload. */
async function ingestHost(regions: string[], region: string): Promise<string> {
  const token = { apiKey: 'sk_test', appId: 'app', regions };
  vi.stubEnv('UPLOADTHING_TOKEN', Buffer.from(JSON.stringify(token)).toString('base64'));
  vi.stubEnv('UPLOADTHING_REGION', region);
  vi.resetModules();
  const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 500 }));
  const { utApi } = await import('@/lib/storage/sdk');
  await utApi().uploadFiles(new File(['%PDF-1.4'], 'a.pdf'));
  const [address] = asked.mock.calls[0] ?? [];
  asked.mockRestore();
  return new URL(String(address)).hostname;
}

it('stores in the region that is asked for, else in the first of the token', async () => {
  expect(await ingestHost(['sea1', 'can1'], 'can1')).toBe('can1.ingest.uploadthing.com');
  expect(await ingestHost(['sea1', 'can1'], '')).toBe('sea1.ingest.uploadthing.com');
});
