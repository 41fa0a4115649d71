import { afterEach, expect, it, vi } from 'vitest';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

vi.mock('@/lib/web/session/visitor', () => ({ visitorKeys: async () => ['somebody'] }));
const { POST } = await import('@/app/api/csp-reports/route');

const report = (body: Record<string, unknown> = {}) => ({
  type: 'csp-violation',
  url: `${env.PUBLIC_ORIGIN}/en/claims/D-0000-0000`,
  body: {
    documentURL: `${env.PUBLIC_ORIGIN}/en/claims/D-0000-0000`,
    effectiveDirective: 'script-src-elem',
    blockedURL: 'https://evil.example/steal.js?who=Tremblay',
    sample: 'var secret',
    ...body,
  },
});

function send(what: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const body = JSON.stringify(what);
  return POST(
    new Request(`${env.PUBLIC_ORIGIN}/api/csp-reports`, {
      method: 'POST',
      body,
      headers: { 'content-length': String(body.length), ...headers },
    }),
  );
}

const logged = vi.spyOn(log, 'warn').mockImplementation(() => undefined);
afterEach(() => logged.mockClear());

it('logs the directive and the origin of what was forbidden, and nothing else', async () => {
  expect((await send([report()])).status).toBe(204);
  expect(logged.mock.calls.map(([what]) => what)).toEqual([
    { directive: 'script-src-elem', blocked: 'https://evil.example' },
  ]);
  await send([report({ blockedURL: 'inline' })]);
  expect(logged.mock.lastCall?.[0]).toEqual({ directive: 'script-src-elem', blocked: 'inline' });
});

it('logs nothing of the pages of others, and takes no report that another site sends', async () => {
  expect((await send([report({ documentURL: 'https://other.example/' })])).status).toBe(204);
  expect((await send([report()], { origin: 'https://other.example' })).status).toBe(403);
  expect((await send([report()], { origin: 'null' })).status).toBe(403);
  expect(logged).not.toHaveBeenCalled();
});

it('refuses what is no report, or too large', async () => {
  expect((await send({ any: 'thing' })).status).toBe(400);
  expect((await send([report({ effectiveDirective: 'x\ny' })])).status).toBe(400);
  expect((await send([report()], { 'content-length': '999999' })).status).toBe(413);
  expect(logged).not.toHaveBeenCalled();
});
