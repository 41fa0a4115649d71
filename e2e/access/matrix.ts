import type postgres from 'postgres';
import { type Example, markers } from './example';
import { headerFaults } from './headers';
import { type People, reopenSessions } from './people';
import type { Role } from './rights/audience';
import { type Answer, type Sent, send } from './send';
import { changed, quiet, stateOf } from './state';

/** What the parts of the matrix share, and what they find. */
export type Matrix = {
  origin: string;
  sql: postgres.Sql;
  people: People;
  example: Example;
  faults: Set<string>;
  count: { requests: number; refusals: number; seen: Map<string, number> };
};

let sent = 0;

/** Sends a request as somebody, and looks at the headers of what comes back. Each comes from an address of its own. */
export async function ask(
  matrix: Matrix,
  role: Role,
  path: string,
  { headers = {}, ...rest }: Sent,
): Promise<Answer> {
  sent += 1;
  const { cookie } = matrix.people[role];
  const address = `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`;
  const all = { ...(cookie && { cookie }), 'x-forwarded-for': address, ...headers };
  const answer = await send(matrix.origin, path, { ...rest, headers: all });
  matrix.count.requests += 1;
  const isPage = /^text\/html/.test(String(answer.headers['content-type'])) && !/^\/(api|_next)/.test(path);
  for (const fault of headerFaults(answer, path, isPage)) {
    matrix.faults.add(`${rest.method ?? 'GET'} ${path} (${answer.status}): ${fault}`);
  }
  return answer;
}

/** The words of the owner's that stand in an answer: which of them, by name. */
function markersIn({ body, headers }: Answer): string[] {
  const text = `${body} ${JSON.stringify(headers)}`;
  return Object.entries(markers)
    .filter(([, marker]) => text.includes(marker))
    .map(([name]) => name);
}

/** Adds a fault where somebody who may not see it was sent a word of the owner's. Counts the refusal. */
export function expectNothing(matrix: Matrix, answer: Answer, what: string): void {
  matrix.count.refusals += 1;
  const found = markersIn(answer);
  if (found.length > 0) matrix.faults.add(`${what}: was sent ${found.join(', ')}`);
  if (answer.status >= 500) matrix.faults.add(`${what}: failed with ${answer.status}`);
}

/** Notes what those who may see it were sent: a matrix in which nobody sees anything proves nothing. */
export function noteSeen(matrix: Matrix, answer: Answer): void {
  for (const name of markersIn(answer)) {
    matrix.count.seen.set(name, (matrix.count.seen.get(name) ?? 0) + 1);
  }
}

/** Works through a list, six at once. */
export async function inParallel<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = list.values();
  const worker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

/** Adds a fault where requests do not leave the database as it was. @param except texts of rows that may change */
export async function leavesAlone(matrix: Matrix, what: string, except: string[], act: () => Promise<void>) {
  await quiet(matrix.sql);
  const before = await stateOf(matrix.sql, except);
  await act();
  const tables = changed(before, await stateOf(matrix.sql, except));
  await reopenSessions(matrix.sql);
  if (tables.length > 0) matrix.faults.add(`${what}: changed ${tables.join(', ')}`);
}

/** Fills the holes of a route with the example's own. @throws where a route has a hole that nobody filled */
export function pathOf(
  route: string,
  {
    draft,
    document,
    party,
    saved,
    filing,
    mail,
    user,
    code,
    version,
    substitute,
    correction,
    closure,
    outage,
    proposal,
    recovery,
  }: Example,
) {
  const ofHandler: [start: string, id: string][] = [
    ['/api/documents', version],
    ['/api/substitutes', substitute],
    ['/api/corrections', correction],
  ];
  const values: Record<string, string> = {
    ...{ draft, document, party, saved, reference: filing, user, code, closure, outage, proposal, recovery },
    ...{
      court: 'barrie',
      nature: 'contract',
      name: 'storm',
      example: 'password-changed_plain',
      token: 'no-such-token',
      '...rest': 'no/such/page',
      '...path': 'no/such/file',
    },
    '...nextauth': 'session',
    id: ofHandler.find(([start]) => route.startsWith(start))?.[1] ?? mail,
  };
  return route.replace(/\[([^\]]+)\]/g, (_, hole: string) => {
    const value = values[hole];
    if (!value) throw new Error(`no example for [${hole}] of ${route}`);
    return value;
  });
}
