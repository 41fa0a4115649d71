import { builtHandlers } from './build';
import { ask, expectNothing, inParallel, leavesAlone, type Matrix, noteSeen, pathOf } from './matrix';
import { handlers, mayHave, type Role, roles } from './rights/audience';
import { multipart } from './send';

const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Where a POST says that it comes from: our pages, others, a sandboxed frame, nowhere. */
export const origins = (own: string) => [own, 'https://evil.example', 'null', undefined];

/** What is given to those who may have it, and to nobody else. */
async function checkGet(matrix: Matrix, route: string): Promise<void> {
  const { audience, asks = 200 } = handlers[route] ?? { audience: 'nobody' };
  const path = pathOf(route, matrix.example);
  for (const role of roles) {
    const answer = await ask(matrix, role, path, {});
    const what = `GET ${path} as ${role}`;
    const must = mayHave(audience, role) ? asks : 404;
    if (answer.status !== must) matrix.faults.add(`${what}: must be ${must}, was ${answer.status}`);
    if (must === 404 || (audience === 'public' && role !== 'owner')) expectNothing(matrix, answer, what);
    else noteSeen(matrix, answer);
    if (must !== 404) continue;
    // Neither a forged address nor the proxy's own headers open it.
    const forged = { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' };
    for (const [headers, status] of [
      [forged, 404],
      [{ ...forged, host: 'evil.example' }, 421],
    ] as const) {
      const again = await ask(matrix, role, path, { headers });
      expectNothing(matrix, again, `${what}, forged`);
      if (again.status !== status) matrix.faults.add(`${what}, forged: was ${again.status}`);
    }
  }
}

async function plausible({ draft, document, heldFiling }: Matrix['example']) {
  const step = { draft, step: 'nature', nature: 'other', go: 'back', locale: 'en' };
  const all = { ...step, kind: 'claim', reference: heldFiling, document, path: '/en' };
  return multipart(Object.entries(all));
}

/** As somebody, by every method and from everywhere: what comes back holds nothing of the owner's, and nothing fails. */
async function checkOtherMethods(matrix: Matrix, route: string, role: Role, from: (string | undefined)[]) {
  const path = pathOf(route, matrix.example);
  const { posts = 'nobody' } = handlers[route] ?? {};
  const { body, contentType } = await plausible(matrix.example);
  for (const method of methods) {
    for (const origin of from) {
      const headers = { 'content-type': contentType, 'content-length': String(body.length) };
      const answer = await ask(matrix, role, path, {
        method,
        body,
        headers: { ...headers, ...(origin && { origin }) },
      });
      const isTold = method === 'POST' && origin === matrix.origin && mayHave(posts, role);
      if (isTold) noteSeen(matrix, answer);
      else expectNothing(matrix, answer, `${method} ${path} as ${role} from ${origin ?? 'nowhere'}`);
      if (/evil/.test(JSON.stringify(answer.headers)))
        matrix.faults.add(`${method} ${path}: repeats the origin`);
    }
  }
}

/** Every handler of the build, for everyone, by every method and from everywhere. */
export async function checkHandlers(matrix: Matrix): Promise<string> {
  const built = builtHandlers();
  for (const route of built.filter((one) => !handlers[one])) {
    matrix.faults.add(`the handler ${route} is not in e2e/access/rights/audience.ts: whose is it?`);
  }
  for (const route of Object.keys(handlers).filter((one) => !built.includes(one))) {
    matrix.faults.add(`e2e/access/rights/audience.ts has ${route}, the build has not`);
  }
  const known = built.filter((route) => handlers[route]);
  await inParallel(known, (route) => checkGet(matrix, route));
  const [own = '', ...elsewhere] = origins(matrix.origin);
  for (const route of known.filter((one) => one.startsWith('/api/'))) {
    await leavesAlone(matrix, `${route} from elsewhere`, [], () =>
      inParallel(roles, (role) => checkOtherMethods(matrix, route, role, elsewhere)),
    );
    await leavesAlone(matrix, `${route} of strangers`, [], () =>
      inParallel(['anonymous', 'locked'] as const, (role) => checkOtherMethods(matrix, route, role, [own])),
    );
    const others = ['other', 'clerk', 'registrar', 'administrator'] as const;
    const theirs = others.flatMap((role) => matrix.people[role].own);
    await leavesAlone(matrix, `${route} of others`, theirs, () =>
      inParallel(others, (role) => checkOtherMethods(matrix, route, role, [own])),
    );
  }
  return `${known.length} handlers x ${roles.length} people x ${methods.length + 1} methods x ${elsewhere.length + 1} origins`;
}
