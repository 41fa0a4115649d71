import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { getCalendar } from '@/lib/data/court/calendar';
import { seedCourts } from '@/lib/data/court/courts';
import { database, db, setDatabase } from '@/lib/data/db/db';
import { closures } from '@/lib/data/db/schema/court';
import { outages } from '@/lib/data/db/schema/health';
import { createCourtServer } from '@/lib/server.mjs';
import { courtNow } from '@/lib/services/clock';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { guardRequests } from '@/lib/web/http/server';
import { promiseWordsAt } from '@/lib/web/live/date-promise';
import { preparePages } from '@/lib/web/prepared/answer';
import { preparedPaths } from '@/lib/web/prepared/pages';

/** A Monday in Toronto: a second before the offices close, when they do, and the seconds about midnight. */
const beforeClosing = '2026-11-23T21:59:59.000Z';
const closing = '2026-11-23T22:00:00.000Z';
const beforeMidnight = '2026-11-24T04:59:59.000Z';
const midnight = '2026-11-24T05:00:00.000Z';
const storm = { on: '2026-11-24', nameEn: 'Storm', nameFr: 'Tempête' };

/** What was asked of the framework: each path, and whether with a nonce. */
let asked: string[] = [];

/** A framework that shows the date promise on every page, and bears scripts. */
async function framework(request: IncomingMessage, response: ServerResponse): Promise<void> {
  asked.push(request.url ?? '');
  await makeAnswer(request, response).catch(() => response.writeHead(503).end());
}

async function makeAnswer({ method }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (method === 'POST') {
    await db().insert(closures).values(storm);
    response.writeHead(303, { location: '/en' }).end();
    return;
  }
  const { date } = promiseWordsAt(courtNow(), await getCalendar(), 'en');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('link', '</a.js>; rel=preload; as="script", </en>; rel="alternate"');
  response.end(
    `<!DOCTYPE html><html><head><script src="/a.js"></script></head><body><p>${date}</p><script>a()</script></body></html>`,
  );
}

const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

const policyOf = ({ headers }: Response) => headers.get('content-security-policy') ?? '';
/** Which scripts may run. In development the framework's own need `unsafe-eval` besides. */
const scriptsOf = (answer: Response) =>
  /script-src ([^;]*);/.exec(policyOf(answer))?.[1]?.replace(/ ?'unsafe-eval'/, '') || `'none'`;

eachDatabase('pages from memory', () => {
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    await seedCourts();
    server = createCourtServer(framework);
    guardRequests();
    await preparePages();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(beforeClosing) });
    await db().delete(closures);
    // What was changed past the service is seen after a moment.
    await wait(600);
    await ask('/en');
    asked = [];
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(origin + path, { headers, method, redirect: 'manual' });
  const shown = async () => /dated (?:today, )?([A-Z][^.]*\d{4})/.exec(await (await ask('/en')).text())?.[1];

  it('are answered without the framework', async () => {
    for (const [path] of preparedPaths()) expect((await ask(path)).status, path).toBe(200);
    asked = [];
    for (const [path] of preparedPaths()) await ask(path);
    for (const [path] of preparedPaths()) await ask(path, {}, 'HEAD');
    expect(asked).toEqual([]);
  });

  it('have a policy without nonce that names each script in them, and no script where none is needed', async () => {
    for (const [path, { scripts }] of preparedPaths()) {
      const answer = await ask(path);
      const text = await answer.text();
      const inline = [...text.matchAll(/<script>([^<]*)<\/script>/g)].map(([, code = '']) => hashOf(code));
      const allowed = { none: [`'none'`], promise: [`'self'`], framework: [`'self'`, ...inline] };
      expect(scriptsOf(answer), path).toBe(allowed[scripts].join(' '));
      expect(inline.length, path).toBe(scripts === 'framework' ? 1 : 0);
      expect(text, path).not.toContain('nonce');
      expect(text.match(/<script/g)?.length ?? 0, path).toBe({ none: 0, promise: 1, framework: 2 }[scripts]);
      expect(answer.headers.get('link') ?? '', path).toContain('rel="alternate"');
      expect((answer.headers.get('link') ?? '').includes('a.js'), path).toBe(scripts === 'framework');
    }
  });

  it('may be kept by caches for a minute, but not where they show a date; each answer has an id of its own', async () => {
    const [dated, plain, form] = await Promise.all(
      ['/en', '/en/privacy', '/en/sign-in'].map((path) => ask(path)),
    );
    expect(dated?.headers.get('cache-control')).toBe('public, no-cache');
    expect(dated?.headers.get('server-timing')).toMatch(/^fresh;dur=\d+$/);
    expect(plain?.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60');
    expect(plain?.headers.get('vary')).not.toContain('Cookie');
    expect(form?.headers.get('vary')).toContain('Cookie');
    const ids = [dated, plain, form].map((answer) => answer?.headers.get('x-request-id'));
    expect(new Set(ids).size).toBe(3);
    expect(dated?.headers.get('x-frame-options')).toBe('DENY');
    expect(dated?.headers.has('set-cookie')).toBe(false);
  });

  it('are compressed for who takes that, and not sent to who has them', async () => {
    const raw = await ask('/en', { 'accept-encoding': 'gzip' });
    expect(raw.headers.get('content-encoding')).toBe('gzip');
    const etag = raw.headers.get('etag') ?? '';
    const again = await ask('/en', { 'accept-encoding': 'gzip', 'if-none-match': `W/${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(policyOf(again)).toBe(policyOf(raw));
    const other = await ask('/en', { 'accept-encoding': 'identity', 'if-none-match': etag });
    expect(other.status).toBe(200);
  });

  it.each<[string, string, Record<string, string>]>([
    ['a query', '/en/sign-in?next=/en/account', {}],
    ['a page of somebody', '/en/account', {}],
    ['a part for the framework', '/en', { rsc: '1' }],
    ['a prefetch', '/en', { 'next-router-prefetch': '1' }],
    ['a form by somebody with a session', '/en/sign-in', { cookie: 'a=b; session=x' }],
    ['a form by somebody with a session in parts', '/en/sign-in', { cookie: '__Host-session.0=x' }],
    ['a form that was saved', '/en/sign-in', { cookie: 'saved-form=x' }],
  ])('leave %s to the framework', async (_, path, headers) => {
    await ask(path, headers);
    expect(asked).toEqual([path]);
  });

  it('read no cookie for what has no form, and no foreign one for what has', async () => {
    await ask('/en', { cookie: 'session=x; saved-form=y' });
    await ask('/en/sign-in', { cookie: 'other-session=x; device=y' });
    expect(asked).toEqual([]);
  });

  it('never show a date of before the closing, midnight, or a closure that this process took', async () => {
    expect(await shown()).toBe('Monday, November 23, 2026');
    vi.setSystemTime(new Date(closing));
    expect(await shown()).toBe('Tuesday, November 24, 2026');
    vi.setSystemTime(new Date(beforeMidnight));
    expect(await shown()).toBe('Tuesday, November 24, 2026');
    vi.setSystemTime(new Date(midnight));
    expect(await shown()).toBe('Wednesday, November 25, 2026');
    vi.setSystemTime(new Date(beforeMidnight));
    expect(await shown(), 'a clock that was set back').toBe('Tuesday, November 24, 2026');
    await ask('/en/admin/calendar', {}, 'POST');
    expect(await shown()).toBe('Wednesday, November 25, 2026');
    expect((await (await ask('/en/sign-in')).text()).length).toBeGreaterThan(0);
  });

  it('never show for a second what another process has changed', async () => {
    vi.setSystemTime(new Date(beforeMidnight));
    expect(await shown()).toBe('Tuesday, November 24, 2026');
    await db().insert(closures).values(storm);
    const changedAt = performance.now();
    let last = '';
    let lastOldMs = 0;
    while (last !== 'Wednesday, November 25, 2026') {
      last = (await shown()) ?? '';
      if (last === 'Tuesday, November 24, 2026') lastOldMs = performance.now() - changedAt;
      expect(performance.now() - changedAt).toBeLessThan(5_000);
    }
    expect(lastOldMs).toBeLessThan(1_000);
  });

  it('are made again once something is announced on every page, and once it is over', async () => {
    const madeFor = async (path: string) => {
      await wait(600);
      asked = [];
      await ask(path);
      return asked.length > 0;
    };
    for (const path of ['/en/privacy', '/en/sign-in', '/en']) {
      await madeFor(path);
      expect(await madeFor(path), path).toBe(false);
    }
    const declaredBy = (await newPerson('registrar')).userId;
    const startedAt = new Date('2026-11-23T20:00:00Z');
    const words = { whatEn: 'Uploads', whatFr: 'Les téléversements' };
    await db()
      .insert(outages)
      .values({ startedAt, declaredBy, declaredAt: startedAt, ...words });
    for (const path of ['/en/privacy', '/en/sign-in', '/en']) expect(await madeFor(path), path).toBe(true);
    await db()
      .update(outages)
      .set({ endedAt: new Date('2026-11-23T20:01:00Z') });
    expect(await madeFor('/en/privacy')).toBe(true);
    expect(await madeFor('/en/privacy')).toBe(false);
  });

  it('are made once for all who come at the same time', async () => {
    vi.setSystemTime(new Date(closing));
    const all = await Promise.all(Array.from({ length: 20 }, shown));
    expect(new Set(all)).toEqual(new Set(['Tuesday, November 24, 2026']));
    expect(asked).toEqual(['/en']);
  });

  it('are left to the framework, where they need the database, while that is away; the others are there', async () => {
    const opened = database();
    try {
      setDatabase({
        ...opened,
        db: new Proxy(opened.db, {
          get: () => () => {
            throw new Error('away');
          },
        }),
      });
      await wait(600);
      for (const [path, kind] of preparedPaths()) {
        asked = [];
        await ask(path).then((answer) => answer.body?.cancel());
        const isLeft = kind.scripts === 'framework' || kind.facts !== undefined;
        expect(asked.length > 0, path).toBe(isLeft);
      }
    } finally {
      setDatabase(opened);
    }
  });
});
