import { Broken, broken } from '@/lib/cli/register/register-fault';
import { type Db, db } from '@/lib/data/db/db';
import {
  type FiledFacts,
  findBorne,
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
import type { FilingEntry, GapEntry, StoredEntry } from '@/lib/domain/register/register';
import { RegisterWalk } from '@/lib/domain/register/register-walk';

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
    const wrong = entry.kind === 'gap' ? await wrongOfGap(tx, entry) : wrongOf(entry, filed.get(entry.entry));
    if (wrong) throw new Broken(wrong);
    const root = stored.get(entry.entry);
    if (root && (root.root !== entry.hash || root.day !== entry.recordedOn))
      throw new Broken(`the root kept of ${root.day} is not that of entry ${entry.entry}`);
  }
}

/** No filing may bear a number that a gap closed, whether or not it was issued. */
async function wrongOfGap(tx: Db, { entry, numbers }: GapEntry): Promise<string | undefined> {
  for (const range of numbers) {
    const borne = await findBorne(tx, range);
    if (borne) return `court file number ${borne} was given, and entry ${entry} had closed it`;
  }
  return undefined;
}

function wrongOf(entry: FilingEntry, facts: FiledFacts | undefined): string | undefined {
  const unlike = facts && unlikeFact(entry, facts);
  return unlike && `entry ${entry.entry} tells another ${unlike} than its filing`;
}

/** The first fact that differs between an entry and its filing, or undefined. */
function unlikeFact(entry: FilingEntry, filing: FiledFacts): string | undefined {
  const hashes = entry.documents.map(({ sha256 }) => sha256);
  const pairs: [string, string | null, string | null][] = [
    ['filing', entry.reference, filing.reference],
    ['outcome', entry.kind, filing.outcome],
    ['court file number', entry.fileNumber, filing.fileNumber],
    ['date', entry.issuedOn, filing.issueOn],
    ['court', entry.court, filing.court],
    ['set of files', hashes.sort().join(' '), filing.sealed],
  ];
  return pairs.find(([, told, is]) => told !== is)?.[0];
}

async function compareWhole(tx: Db, chain: RegisterWalk, stored: StoredRoots): Promise<void> {
  const { count, root } = chain;
  const head = await getRegisterHead(tx);
  if (head.entry !== count) throw new Broken(`entry ${count + 1} is missing: ${head.entry} were made`);
  if (head.hash !== root) throw new Broken(`entry ${count} is not the one that was made last`);
  const cut = [...stored.values()].find(({ entry }) => entry > count);
  if (cut) throw new Broken(`entry ${cut.entry} is missing: ${cut.day} ended with it`);
  const withoutRoot = await findDayWithoutRoot(tx);
  if (withoutRoot) throw new Broken(`the root of ${withoutRoot} was not kept`);
  const unregistered = await findUnregistered(tx);
  if (unregistered) throw new Broken(`filing ${unregistered} has no entry`);
  const gap = await findGap(tx, chain.gaps);
  if (gap) throw new Broken(`court file number ${gap} belongs to no filing`);
}
