import { Broken, broken } from '@/lib/cli/register-fault';
import { type Db, db } from '@/lib/data/db/db';
import {
  type FiledFacts,
  findDayWithoutRoot,
  findGap,
  findUnregistered,
  getRegisterHead,
  listFiledFacts,
  listStoredRoots,
  type StoredRoot,
} from '@/lib/data/register/register-check';
import { readRegister } from '@/lib/data/register/register-reading';
import { courtDay } from '@/lib/domain/court/calendar';
import { RegisterWalk, type StoredEntry } from '@/lib/domain/register/register';

/** Entries that are compared at once. */
const atOnce = 500;

/** The roots of the finished days, by the entry whose hash each one is. */
type StoredRoots = ReadonlyMap<number, StoredRoot>;

/**
 * Walks the register of the database to its end and compares each entry with the rows that it records. All
 * queries see one instant, so entries added meanwhile are not seen.
 * @throws Broken
 */
export function walkTables(sought?: string): Promise<RegisterWalk> {
  const instant = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  return db().transaction((tx) => walk(tx, new RegisterWalk(undefined, sought)), instant);
}

async function walk(tx: Db, chain: RegisterWalk): Promise<RegisterWalk> {
  const stored: StoredRoots = new Map((await listStoredRoots(tx)).map((root) => [root.entry, root]));
  let some: StoredEntry[] = [];
  for await (const entry of readRegister(undefined, tx)) {
    some.push(entry);
    if (some.length < atOnce) continue;
    await compare(tx, chain, some, stored);
    some = [];
  }
  await compare(tx, chain, some, stored);
  await compareWhole(tx, chain, stored);
  return chain;
}

/** Makes all checks of an entry before any of the next, so that the first faulty entry is named. */
async function compare(tx: Db, chain: RegisterWalk, some: StoredEntry[], stored: StoredRoots): Promise<void> {
  const [first, last] = [some.at(0), some.at(-1)];
  if (!first || !last) return;
  const filed = new Map((await listFiledFacts(tx, first.entry, last.entry)).map((row) => [row.entry, row]));
  for (const entry of some) {
    const fault = chain.step(entry);
    if (fault) throw broken(fault);
    if (entry.recordedOn !== courtDay(entry.recordedAt))
      throw new Broken(
        `entry ${entry.entry} is kept under ${entry.recordedOn}, another day than its text says`,
      );
    const facts = filed.get(entry.entry);
    const unlike = facts && unlikeFact(entry, facts);
    if (unlike) throw new Broken(`entry ${entry.entry} tells another ${unlike} than its filing`);
    const root = stored.get(entry.entry);
    if (root && (root.root !== entry.hash || root.day !== entry.recordedOn))
      throw new Broken(`the root kept of ${root.day} is not that of entry ${entry.entry}`);
  }
}

/** The first fact that differs between an entry and its filing, or undefined. */
function unlikeFact(entry: StoredEntry, filing: FiledFacts): string | undefined {
  const hashes = entry.documents.map(({ sha256 }) => sha256);
  const pairs: [string, string | null, string | null][] = [
    ['filing', entry.reference, filing.reference],
    ['outcome', entry.kind, filing.state === 'withdrawn' ? 'void' : filing.state],
    ['court file number', entry.fileNumber, filing.fileNumber],
    ['date', entry.issuedOn, filing.issueOn],
    ['court', entry.court, filing.court],
    ['set of files', hashes.sort().join(' '), filing.sealed],
  ];
  return pairs.find(([, told, is]) => told !== is)?.[0];
}

async function compareWhole(tx: Db, { count, root }: RegisterWalk, stored: StoredRoots): Promise<void> {
  const head = await getRegisterHead(tx);
  if (head.entry !== count) throw new Broken(`entry ${count + 1} is missing: ${head.entry} were made`);
  if (head.hash !== root) throw new Broken(`entry ${count} is not the one that was made last`);
  const cut = [...stored.values()].find(({ entry }) => entry > count);
  if (cut) throw new Broken(`entry ${cut.entry} is missing: ${cut.day} ended with it`);
  const withoutRoot = await findDayWithoutRoot(tx);
  if (withoutRoot) throw new Broken(`the root of ${withoutRoot} was not kept`);
  const unregistered = await findUnregistered(tx);
  if (unregistered) throw new Broken(`filing ${unregistered} has no entry`);
  const gap = await findGap(tx);
  if (gap) throw new Broken(`court file number ${gap} belongs to no filing`);
}
