import { paths } from '../../lib/web/routes/paths';
import { builtPages } from './build';
import { ask, expectNothing, inParallel, type Matrix, noteSeen, pathOf } from './matrix';
import { type Audience, expected, mayHave, pages, type Role, roles } from './rights/audience';

type Variant = { name: string; path: (path: string) => string; headers?: Record<string, string> };
const same = (path: string) => path;
const tree = encodeURIComponent(JSON.stringify(['', {}, null, null, true]));

/** The ways in which a page was ever asked for so that somebody got more of it than they should. */
export const variants: Variant[] = [
  { name: 'flight', path: same, headers: { rsc: '1' } },
  { name: 'flight after a page', path: same, headers: { rsc: '1', 'next-router-state-tree': tree } },
  { name: 'prefetch', path: same, headers: { rsc: '1', 'next-router-prefetch': '1' } },
  {
    name: 'segment prefetch',
    path: same,
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  },
  { name: '.rsc', path: (path) => `${path}.rsc`, headers: { rsc: '1' } },
  { name: '.rsc without a header', path: (path) => `${path}.rsc` },
  { name: 'segment', path: (path) => `${path}.segments/_tree.segment.rsc` },
  { name: 'page segment', path: (path) => `${path}.segments/__PAGE__.segment.rsc`, headers: { rsc: '1' } },
  {
    name: 'past the proxy',
    path: same,
    headers: {
      'x-middleware-subrequest': Array(5).fill('proxy').join(':'),
      'x-middleware-invoke': '1',
      'x-matched-path': '/en',
    },
  },
  { name: 'another host', path: same, headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } },
  {
    name: 'headers of ours',
    path: same,
    headers: {
      'content-security-policy': "script-src 'unsafe-inline' *",
      'x-nonce': 'AAAAAAAAAAAAAAAAAAAAAAAA',
      'x-pathname': '/en/account',
      'x-forwarded-user': 'administrator',
    },
  },
];

const isSignIn = (location: string) =>
  /^(https?:\/\/[^/]+)?\/(en\/sign-in|fr\/connexion)(\?|$)/.test(location);

/** Whether the page did what it must for this person, asked for as a browser asks. */
async function askPlainly(matrix: Matrix, route: string, path: string, role: Role, audience: Audience) {
  const answer = await ask(matrix, role, path, {});
  const location = String(answer.headers.location ?? '');
  const what = `${path} as ${role}`;
  const must = expected(audience, role);
  if (must === 'open') {
    if (answer.status >= 400 || isSignIn(location)) matrix.faults.add(`${what}: refused (${answer.status})`);
    if (audience === 'public' && role !== 'owner') expectNothing(matrix, answer, what);
    else noteSeen(matrix, answer);
    return;
  }
  expectNothing(matrix, answer, what);
  const isRight = must === 'missing' ? answer.status === 404 : isSignIn(location);
  if (!isRight) matrix.faults.add(`${what}: must be ${must}, was ${answer.status} ${location} (${route})`);
}

async function askOtherwise(matrix: Matrix, path: string, role: Role, audience: Audience, variant: Variant) {
  const answer = await ask(matrix, role, variant.path(path), { headers: variant.headers });
  const what = `${path} as ${role}, ${variant.name}`;
  if (String(answer.headers.location ?? '').includes('evil.example')) {
    matrix.faults.add(`${what}: leads to ${answer.headers.location}`);
  }
  // What is each person's own is not the owner's for the others.
  const isOthers = role !== 'owner' && (audience === 'public' || audience === 'signed-in');
  if (!mayHave(audience, role) || isOthers) expectNothing(matrix, answer, what);
  else noteSeen(matrix, answer);
}

/** Every page of the build, for everyone, in every way. */
export async function checkPages(matrix: Matrix): Promise<string> {
  const built = builtPages();
  const asked = built.flatMap((route) => {
    const audience = pages[route];
    if (!audience) {
      matrix.faults.add(`the page ${route} is not in e2e/access/rights/audience.ts: whose is it?`);
      return [];
    }
    const address = paths[route as keyof typeof paths] as string | { fr: string } | undefined;
    const french = typeof address === 'object' ? address.fr : (address ?? route);
    const [en, fr] = [route, french].map((pattern) => pathOf(pattern, matrix.example).replace(/^\/$/, ''));
    return roles.map((role) => ({ route, audience, role, en: `/en${en}`, fr: `/fr${fr}` }));
  });
  for (const route of Object.keys(pages)) {
    if (!built.includes(route))
      matrix.faults.add(`e2e/access/rights/audience.ts has ${route}, the build has not`);
  }
  await inParallel(asked, async ({ route, audience, role, en, fr }) => {
    await askPlainly(matrix, route, en, role, audience);
    await askPlainly(matrix, route, fr, role, audience);
    for (const variant of variants) await askOtherwise(matrix, en, role, audience, variant);
  });
  return `${built.length} pages x ${roles.length} people x ${variants.length + 2} ways`;
}
