import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { claimPdf } from '../../fixtures/pdfs';
import { fileClaim, newClaimant, prepareDraft } from '../../support/people/claimant';
import { until } from '../../support/until';

/** Tuesday in business hours, by the court's clock. */
export const inHours = '2026-11-24T15:00:00.000Z';

/** Waits until a server is ready. @returns what confines its PDF processes */
export async function isReady(origin: string, output: () => Promise<string> | string): Promise<string> {
  const ask = (at: string) => fetch(`${origin}/api/health${at}`, { signal: AbortSignal.timeout(20_000) });
  const began = performance.now();
  await until('the server is ready', async () => {
    if (performance.now() - began > 300_000) throw new Error(`the server is not ready:\n${await output()}`);
    return ask('/ready').then(
      ({ ok }) => ok,
      () => false,
    );
  });
  const { pdfConfinement } = (await (await ask('')).json()) as { pdfConfinement: string };
  return pdfConfinement;
}

/** What people do: they look at pages and file a claim, which is issued. @returns the court file number */
export async function visitCourt(origin: string, headers = {}): Promise<string> {
  for (const page of ['/en', '/fr', '/en/verify', '/api/register'])
    assert.equal((await fetch(`${origin}${page}`, { headers })).status, 200, page);
  await fileClaim(await newClaimant(origin, undefined, headers));
  let number: string | undefined;
  await until('the claim is issued', async () => {
    // The register may be asked for a few times a minute.
    await wait(10_000);
    const register = await (await fetch(`${origin}/api/register`, { headers })).text();
    number = /CV-26-\d{8}-0000/.exec(register)?.[0];
    return number !== undefined;
  });
  return number ?? '';
}

/** Uploads a claim of so many bytes. @returns the seconds */
export async function uploadLarge(origin: string, bytes: number): Promise<number> {
  const pdf = await claimPdf({ title: 'STATEMENT OF CLAIM', pages: 2, bytes });
  assert.ok(pdf.length >= bytes);
  const visitor = await newClaimant(origin);
  const began = performance.now();
  await prepareDraft(visitor, new Blob([Buffer.from(pdf)], { type: 'application/pdf' }));
  return Math.round((performance.now() - began) / 1000);
}
