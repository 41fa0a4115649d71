import { en } from '../../../lib/messages/catalogue';
import { ask, expectNothing, type Matrix, noteSeen } from '../matrix';
import { type Role, roles } from '../rights/audience';

/** Who opens what of the owner's issued claim while a judge restricts its court file. */
const opens = {
  ban: ['owner', 'clerk', 'registrar', 'administrator'],
  anonymised: ['owner', 'registrar', 'administrator'],
  sealed: ['owner', 'registrar', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;
type Kind = keyof typeof opens;

const publicTitle = 'A.B. v. C.D.';

/** Restricts the court file of the example's issued claim, does the work, and takes the restriction away again. */
async function whileRestricted(matrix: Matrix, kind: Kind, work: () => Promise<void>): Promise<void> {
  const { sql, example } = matrix;
  const title = kind === 'anonymised' ? publicTitle : '';
  const [made] = await sql`insert into restrictions
    (file_number, kind, ordered_on, judge, public_title, since, proposal_id)
    select file_number, ${kind}, '2026-11-23', 'A Judge', ${title}, now(), ${example.proposal}
    from filings where reference = ${example.filing} returning id`;
  await work();
  await sql`delete from restrictions where id = ${made?.id}`;
}

/** Asks for one thing as everybody: those who may open it do, and the others are sent no word of the owner's. */
async function asEverybody(matrix: Matrix, kind: Kind, path: string, staffOnly: boolean): Promise<void> {
  for (const role of roles) {
    const may = (opens[kind] as readonly Role[]).includes(role) && !(staffOnly && role === 'owner');
    const answer = await ask(matrix, role, path, {});
    const what = `${path} as ${role}, ${kind}`;
    if (may && answer.status !== 200) matrix.faults.add(`${what}: refused (${answer.status})`);
    if (may) noteSeen(matrix, answer);
    else expectNothing(matrix, answer, what);
    if (!may && role === 'clerk' && answer.status === 200 && !path.startsWith('/en/admin/filings'))
      matrix.faults.add(`${what}: was opened`);
  }
}

/** What the public is told by the code on a document. */
async function checkCode(matrix: Matrix, kind: Kind, fileNumber: string): Promise<void> {
  const answer = await ask(matrix, 'anonymous', `/en/verify/${matrix.example.code}`, {});
  expectNothing(matrix, answer, `verifying, ${kind}`);
  // The form below shows how a number is written, and the first of the year is written like that.
  const isTold = answer.body.replaceAll(en.verify.number.fileNumberHint, '').includes(fileNumber);
  if (answer.status !== 200 || isTold === (kind === 'sealed'))
    matrix.faults.add(`verifying, ${kind}: ${answer.status}, number ${isTold ? 'told' : 'not told'}`);
}

/** Restricted court files, for everyone and in every way in which a filing is opened. */
export async function checkRestricted(matrix: Matrix): Promise<string> {
  const { filing, version, substitute, mail } = matrix.example;
  const [row] = await matrix.sql`select file_number from filings where reference = ${filing}`;
  const paths: [path: string, staffOnly: boolean][] = [
    [`/en/transactions/${filing}`, false],
    [`/en/transactions/${filing}/confirmation`, false],
    [`/en/admin/filings/${filing}`, true],
    [`/en/admin/emails/${mail}`, true],
    [`/api/admin/emails/${mail}`, true],
    [`/api/documents/${version}`, false],
    [`/api/documents/${version}/preview`, false],
    [`/api/receipts/${filing}`, false],
    [`/api/substitutes/${substitute}`, false],
    [`/api/deadlines/${filing}`, false],
  ];
  for (const kind of Object.keys(opens) as Kind[]) {
    await whileRestricted(matrix, kind, async () => {
      for (const [path, staffOnly] of paths) await asEverybody(matrix, kind, path, staffOnly);
      await checkCode(matrix, kind, row?.file_number);
    });
  }
  return `${paths.length} ways x ${roles.length} people x ${Object.keys(opens).length} restrictions`;
}
