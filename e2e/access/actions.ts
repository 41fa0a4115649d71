import { actions } from './actions-table';
import { mayHave, pages, type Role, roles } from './audience';
import { type BuiltAction, builtActions } from './build';
import { origins } from './handlers';
import { ask, expectNothing, inLanes, leavesAlone, type Matrix, noteSeen, pathOf } from './matrix';
import { type Answer, multipart } from './send';
import { changed, stateOf } from './state';

/** Sends an action as its own page does: what the form showed before, and its fields. */
async function call(
  matrix: Matrix,
  { id, name, page }: BuiltAction,
  role: Role,
  origin: string | undefined,
): Promise<Answer> {
  const fields = actions[name]?.fields?.(matrix.example) ?? {};
  const named = Object.entries(fields).map(([field, value]) => [`1_${field}`, value]);
  const state = JSON.stringify([{ fields: {}, values: {} }, '$K1']);
  const { body, contentType } = await multipart({ ...Object.fromEntries(named), 0: state });
  const headers = {
    'next-action': id,
    accept: 'text/x-component',
    'content-type': contentType,
    'content-length': String(body.length),
    ...(origin && { origin }),
  };
  const path = `/en${pathOf(page, matrix.example)}`.replace(/\/$/, '');
  return ask(matrix, role, path, { method: 'POST', body, headers });
}

/** A form that is refused shows its page again: to those who may see that, and to nobody else. */
function judge(matrix: Matrix, { name, page }: BuiltAction, role: Role, answer: Answer, from: string): void {
  const audience = pages[page] ?? 'nobody';
  const isEachOnesOwn = audience === 'public' || audience === 'signed-in';
  if (isEachOnesOwn ? role === 'owner' : mayHave(audience, role)) return;
  expectNothing(matrix, answer, `${name} as ${role} ${from}`);
}

/** From the pages of others, from sandboxed frames and from nowhere an action does nothing, whoever sends it. */
async function checkElsewhere(matrix: Matrix, action: BuiltAction): Promise<void> {
  const [, ...elsewhere] = origins(matrix.origin);
  await leavesAlone(matrix, `${action.name} from elsewhere`, [], () =>
    inLanes(roles, async (role) => {
      for (const origin of elsewhere) {
        const answer = await call(matrix, action, role, origin);
        // The framework refuses another site's page itself, with 500, before any code of ours.
        const status = answer.status === 500 ? 403 : answer.status;
        judge(matrix, action, role, { ...answer, status }, `from ${origin}`);
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
    inLanes([...refused, ...others], async (role) => {
      const answer = await call(matrix, action, role, matrix.origin);
      judge(matrix, action, role, answer, 'from our pages');
    }),
  );
}

/** The same fields, sent by whoever may: then something changes, so that nothing changing meant something before. */
async function checkAllowed(matrix: Matrix, action: BuiltAction): Promise<boolean> {
  const { audience, changes } = actions[action.name] ?? { audience: 'nobody' as const };
  const role = roles.toReversed().find((one) => mayHave(audience, one));
  if (!changes || !role) return false;
  const before = await stateOf(matrix.sql);
  const answer = await call(matrix, action, role, matrix.origin);
  noteSeen(matrix, answer);
  const tables = changed(before, await stateOf(matrix.sql));
  if (tables.length === 0) {
    matrix.faults.add(
      `${action.name} as ${role}: changed nothing, so its refusals prove nothing (${answer.status})`,
    );
  }
  return true;
}

/** Every server action of the build, for everyone and from everywhere. */
export async function checkActions(matrix: Matrix): Promise<string> {
  const built = builtActions();
  for (const { name } of built.filter(({ name }) => !actions[name])) {
    matrix.faults.add(`the action ${name} is not in e2e/access/actions-table.ts: whose is it?`);
  }
  for (const name of Object.keys(actions).filter((one) => !built.some((action) => action.name === one))) {
    matrix.faults.add(`e2e/access/actions-table.ts has ${name}, the build has not`);
  }
  const known = built.filter(({ name }) => actions[name]);
  for (const action of known) {
    await checkElsewhere(matrix, action);
    await checkRefused(matrix, action);
  }
  let tried = 0;
  for (const name of Object.keys(actions)) {
    const action = known.find((one) => one.name === name);
    if (action && (await checkAllowed(matrix, action))) tried += 1;
  }
  return `${known.length} actions x ${roles.length} people x 4 origins; ${tried} of them then done by those who may`;
}
