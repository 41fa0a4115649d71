import fc from 'fast-check';
import { builtActions, builtHandlers, builtPages } from '../access/build';
import { multipart, type Sent, send } from '../access/send';
import type { Court } from '../faults/court';
import { badText } from '../fixtures/bad-input';
import { newClaimant } from '../support/people/claimant';

/** Requests that no browser would send: whatever comes, the service answers, and never with a failure of its own. */

/** What strangers found, beside what chance finds. */
const known = fc.constantFrom(
  ...['9999-99-99', '0000-00-00', '%ff', '%00', '..%2f..%2f', '-1', '1e309', 'NaN', '[]', '{}', 'null'],
  ...[
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    "';--",
    '<script>',
    'x'.repeat(1_000),
    '٣',
    '2026-02-30',
  ],
  ...['[object Object]', '$ACTION_REF_1', '%E0%A4%A', '99999999999999999999', '0x10', ' ', '+', '&', '='],
);
const text = fc.oneof(known, badText);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** A lone half of a surrogate pair cannot be sent as UTF-8. */
const sendable = (one: string) => Buffer.from(one, 'utf8').toString('utf8');

/** A text as it may stand in a path or a query: mostly encoded, at times as it is. */
const inUrl = fc.oneof(
  { weight: 4, arbitrary: text.map((one) => encodeURIComponent(sendable(one))) },
  { weight: 1, arbitrary: fc.constantFrom('%ff', '%', '%c0%af', '..', '.', ';', '%2e%2e', '[', '"') },
);
const queryNames = [
  'page',
  'next',
  'change',
  'changed',
  'refused',
  'kind',
  'result',
  'on',
  'from',
  'to',
  'locale',
];
const query = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...queryNames), inUrl), inUrl), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

const printable = fc.string({ unit: 'binary-ascii', maxLength: 60 }).map((one) => one.replace(/[^ -~]/g, ''));
const headerNames = ['accept', 'accept-language', 'cookie', 'range', 'referer', 'user-agent', 'next-action'];
const moreHeaders = [
  'rsc',
  'next-router-state-tree',
  'if-none-match',
  'x-forwarded-for',
  'content-type',
  'purpose',
];
const headers = fc.dictionary(fc.constantFrom(...headerNames, ...moreHeaders), printable, { maxKeys: 4 });

/** The fields of a form, some of them the framework's own. */
const fields = (ids: string[]) =>
  fc.array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          '$ACTION_KEY',
          '$ACTION_REF_1',
          '$ACTION_1:0',
          '$ACTION_1:1',
          '0',
          '1',
          'email',
          'page',
        ),
        fc.constantFrom(...ids.map((id) => `$ACTION_ID_${id}`)),
        text,
      ),
      fc.oneof(text, fc.constantFrom(nested(200), nested(200_000), '{"id":"x","bound":"$@1"}', '"$F1"')),
    ),
    { maxLength: 6 },
  );

type Try = { path: string; sent: Sent };

async function formOf(
  pairs: [string, string][],
  origin: string,
  more: Record<string, string>,
): Promise<Sent> {
  const { body, contentType } = await multipart(
    pairs.map(([name, value]) => [sendable(name), sendable(value)]),
  );
  const length = { 'content-type': contentType, 'content-length': String(body.length) };
  return { method: 'POST', body, headers: { ...more, ...length, origin } };
}

/** One way to ask for a route: with its holes, its query and its headers filled by chance, or with a form. */
function tries(route: string, origin: string, ids: string[]): fc.Arbitrary<Promise<Try>> {
  const holes = route.match(/\[[^\]]+\]/g) ?? [];
  return fc
    .tuple(
      fc.array(inUrl, { minLength: holes.length, maxLength: holes.length }),
      query,
      headers,
      fields(ids),
      fc.boolean(),
    )
    .map(async ([values, asked, more, pairs, isForm]) => {
      const left = values.values();
      const path = `${route.replace(/\[[^\]]+\]/g, () => left.next().value ?? '')}${asked && `?${asked}`}`;
      return { path, sent: isForm ? await formOf(pairs, origin, more) : { headers: more } };
    });
}

/** Asks for every route of the build so many times, as a stranger and as somebody who is signed in. */
export async function strangeRequests(court: Court, runs: number): Promise<string> {
  const { origin } = await court.start('2026-11-24T15:00:00.000Z');
  const { cookie } = await newClaimant(origin);
  const ids = builtActions().map(({ id }) => id);
  const routes = [
    ...builtPages().map((route) => (route === '/' ? '/en' : `/en${route}`)),
    ...builtHandlers(),
  ];
  let asked = 0;
  for (const route of routes) {
    const property = fc.asyncProperty(tries(route, origin, ids), fc.boolean(), async (made, isSignedIn) => {
      const { path, sent } = await made;
      const all = { ...sent, headers: { ...sent.headers, ...(isSignedIn && { cookie }) } };
      asked += 1;
      const { status, body } = await send(origin, path, all);
      if (status >= 500)
        throw new Error(`${sent.method ?? 'GET'} ${path.slice(0, 300)}: ${status} ${body.slice(0, 200)}`);
    });
    await fc.assert(property, { numRuns: runs, endOnFailure: true });
  }
  return `${asked} strange requests to ${routes.length} routes, each answered, no failure`;
}
