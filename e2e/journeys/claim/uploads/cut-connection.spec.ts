import { freePort } from '../../../../lib/testing/db/postgres';
import { startCuttingProxy } from '../../../support/machines/cutting-proxy';
import { draftOf, startClaim, uploadClaim } from '../../../support/people/claim';
import { claimFile, newFiler } from '../../../support/people/filer';
import { words } from '../../../support/people/words';
import { expect, test } from '../../../support/test';

const megabyte = 1024 * 1024;
const clock = '2026-11-23T15:00:00.000Z';

test('an upload of 35 MB whose connection is cut again and again goes on where it was', async ({
  browser,
  startCourt,
}) => {
  const port = await freePort();
  const proxy = await startCuttingProxy(port);
  const baseURL = `http://localhost:${proxy.port}`;
  await startCourt({ port, clock, env: { PUBLIC_ORIGIN: baseURL } });
  const page = await (await browser.newContext({ baseURL })).newPage();
  const t = words('en');
  await newFiler(page, 'en');
  await startClaim(page, 'en');
  await page.goto(t.path('/claims/[draft]/documents', { draft: draftOf(page) }));

  const starts: number[] = [];
  page.on('request', (request) => {
    const range = request.method() === 'PUT' && /^bytes=(\d+)-/.exec(request.headers().range ?? '');
    if (range) starts.push(Number(range[1]));
  });
  const file = await claimFile(34 * megabyte);
  // Of a connection that it kept, a browser sends what was cut once more by itself.
  proxy.cutAfter(2 * megabyte, 20);
  await uploadClaim(page, 'en', file);
  expect(proxy.cuts()).toBe(20);
  expect(starts.length).toBeGreaterThanOrEqual(4);
  expect(starts[0]).toBe(0);
  for (const [at, start] of starts.slice(1).entries()) expect(start).toBeGreaterThan(starts[at] ?? 0);
  proxy.stop();
});
