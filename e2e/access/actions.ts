import { type BuiltAction, builtActions } from './build';
import { origins } from './handlers';
import { ask, expectNothing, inParallel, leavesAlone, type Matrix, noteSeen, pathOf } from './matrix';
import { reopenSessions } from './people';
import { actions } from './rights/actions-table';
import { mayHave, pages, type Role, roles } from './rights/audience';
import { type Answer, multipart } from './send';
import { changed, stateOf } from './state';

/** How a page sends an action: by script, or as a form without one. */
type Way = 'script' | 'form';
const ways: Way[] = ['script', 'form'];
const initial = { fields: {}, values: {} };
/** So begins the id of an action that is given a form's state and its fields. */
const takesState = /^7f/;

/** The parts of a form that name its action, as the framework writes them into the page. */
function formParts(id: string): [string, string][] {
  if (!takesState.test(id)) return [[`$ACTION_ID_${id}`, '']];
  return [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', JSON.stringify({ id, bound: '$@1' })],
    ['$ACTION_1:1', JSON.stringify([initial])],
    ['$ACTION_KEY', 'k0000000000'],
  ];
}

function partsOf(id: string, fields: [string, string][], way: Way): [string, string][] {
  if (way === 'form') return [...formParts(id), ...fields];
  const named = fields.map(([field, value]): [string, string] => [`_1_${field}`, value]);
  return [...named, ['0', JSON.stringify([initial, '$K1'])]];
}

/** Sends an action as its own page does: what the form showed before, and its fields. */
async function call(
  matrix: Matrix,
  { id, name, page }: BuiltAction,
  role: Role,
  { origin, way }: { origin: string | undefined; way: Way },
): Promise<Answer> {
  const fields = Object.entries(actions[name]?.fields?.(matrix.example) ?? {});
  const { body, contentType } = await multipart(partsOf(id, fields, way));
  const headers = {
    ...(way === 'script' && { 'next-action': id, accept: 'text/x-component' }),
    'content-type': contentType,
    'content-length': String(body.length),
    ...(origin && { origin }),
  };
  const path = `/en${pathOf(page, matrix.example)}`.replace(/\/$/, '');
  return ask(matrix, role, path, { method: 'POST', body, headers });
}

/** A form that is refused shows its page again: to those who may see that, and to nobody else. */
function checkAnswer(
  matrix: Matrix,
  { name, page }: BuiltAction,
  role: Role,
  answer: Answer,
  from: string,
): void {
  const audience = pages[page] ?? 'nobody';
  const isEachOnesOwn = audience === 'public' || audience === 'signed-in';
  if (isEachOnesOwn ? role === 'owner' : mayHave(audience, role)) return;
  expectNothing(matrix, answer, `${name} as ${role} ${from}`);
}

/** From the pages of others, from sandboxed frames and from nowhere an action does nothing, whoever sends it. */
async function checkElsewhere(matrix: Matrix, action: BuiltAction): Promise<void> {
  const [, ...elsewhere] = origins(matrix.origin);
  await leavesAlone(matrix, `${action.name} from elsewhere`, [], () =>
    inParallel(roles, async (role) => {
      for (const sent of elsewhere.flatMap((origin) => ways.map((way) => ({ origin, way })))) {
        const answer = await call(matrix, action, role, sent);
        // The framework refuses another site's page itself, with 500, before any code of ours.
        const status = answer.status === 500 ? 403 : answer.status;
        checkAnswer(matrix, action, role, { ...answer, status }, `by ${sent.way} from ${sent.origin}`);
      }
    }),
  );
}

/** From our own pages, as those whose it is not: nothing of anybody else's changes. */
async function checkRefused(matrix: Matrix, action: BuiltAction): Promise<void> {
  const audience = actions[action.name]?.audience ?? 'nobody';
  if (audience === 'public') return;
  const refused = roles.filter((role) => role !== 'owner' && !mayHave(audience, role));
  const others = audience === 'signed-in' ? (['other'] as const) : [];
  const own = others.flatMap((role) => matrix.people[role].own);
  await leavesAlone(matrix, `${action.name} of others`, own, () =>
    inParallel([...refused, ...others], async (role) => {
      for (const way of ways) {
        const answer = await call(matrix, action, role, { origin: matrix.origin, way });
        checkAnswer(matrix, action, role, answer, `by ${way} from our pages`);
      }
    }),
  );
}

/** The same fields, sent by whoever may: then something changes, so that nothing changing meant something before. */
async function checkAllowed(matrix: Matrix, action: BuiltAction, way: Way): Promise<boolean> {
  const { audience, changes } = actions[action.name] ?? { audience: 'nobody' as const };
  const role = roles.toReversed().find((one) => mayHave(audience, one));
  if (!changes || !role) return false;
  await reopenSessions(matrix.sql);
  const before = await stateOf(matrix.sql);
  const answer = await call(matrix, action, role, { origin: matrix.origin, way });
  noteSeen(matrix, answer);
  const tables = changed(before, await stateOf(matrix.sql));
  if (tables.length === 0) {
    matrix.faults.add(
      `${action.name} as ${role} by ${way}: changed nothing, so its refusals prove nothing (${answer.status})`,
    );
  }
  return true;
}

/** Every server action of the build, for everyone and from everywhere. */
export async function checkActions(matrix: Matrix): Promise<string> {
  const built = builtActions();
  for (const { name } of built.filter(({ name }) => !actions[name])) {
    matrix.faults.add(`the action ${name} is not in e2e/access/rights/actions-table.ts: whose is it?`);
  }
  for (const name of Object.keys(actions).filter((one) => !built.some((action) => action.name === one))) {
    matrix.faults.add(`e2e/access/rights/actions-table.ts has ${name}, the build has not`);
  }
  const known = built.filter(({ name }) => actions[name]);
  for (const action of known) {
    await checkElsewhere(matrix, action);
    await checkRefused(matrix, action);
  }
  let tried = 0;
  for (const name of Object.keys(actions)) {
    const action = known.find((one) => one.name === name);
    const way = ways[tried % ways.length] ?? 'form';
    if (action && (await checkAllowed(matrix, action, way))) tried += 1;
  }
  return `${known.length} actions x ${roles.length} people x 4 origins x ${ways.length} ways; ${tried} of them then done by those who may`;
}
