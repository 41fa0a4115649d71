import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { findDatabase } from '@/lib/cli/database';
import { setDatabase } from '@/lib/data/db';
import { getRegisterHead, listGaps, listUnlike, listUnregistered } from '@/lib/data/register-check';
import { readRegister } from '@/lib/data/register-reading';
import { type ChainedEntry, type Fault, RegisterWalk } from '@/lib/domain/register';
import { readRegisterLine } from '@/lib/domain/register-line';

const words: Record<Fault['fault'], string> = {
  number: 'is missing: the next entry bears another number',
  previous: 'does not follow the entry before it',
  hash: 'was changed: its hash does not cover its text',
};

/** The first thing that is wrong. */
class Broken extends Error {}

const broken = ({ entry, fault }: Fault): Broken => new Broken(`entry ${entry} ${words[fault]}`);

/** `verify-register [FILE]`: walks the register of a file as it is published, or of the database, to its end. */
export async function run([file]: string[]): Promise<void> {
  try {
    const walk = file ? await walkFile(file) : await walkDatabase();
    process.stdout.write(`${walk.count} entries, root ${walk.root}\n`);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    process.stdout.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** The file of one day is a part: what stands before its first entry is taken from that. */
async function walkFile(file: string): Promise<RegisterWalk> {
  let walk: RegisterWalk | undefined;
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    const entry = readRegisterLine(line);
    if (!entry) throw new Broken(`line ${number} is no entry of a register`);
    walk ??= entry.entry === 1 ? new RegisterWalk() : beginAt(entry);
    const fault = walk.step(entry);
    if (fault) throw broken(fault);
  }
  return walk ?? new RegisterWalk();
}

function beginAt(first: ChainedEntry): RegisterWalk {
  process.stderr.write(
    `A part of the register: entry ${first.entry} is taken to follow ${first.previous}.\n`,
  );
  return RegisterWalk.from(first);
}

async function walkDatabase(): Promise<RegisterWalk> {
  const database = await findDatabase();
  if (!database) throw new Error('There is no database: name a file, or set DATABASE_URL or DATA_DIR.');
  setDatabase(database);
  try {
    return await walkAll();
  } finally {
    await database.close();
  }
}

async function walkAll(): Promise<RegisterWalk> {
  const walk = new RegisterWalk();
  let some: ChainedEntry[] = [];
  for await (const entry of readRegister()) {
    const fault = walk.step(entry);
    if (fault) throw broken(fault);
    some.push(entry);
    if (some.length < 500) continue;
    await compare(some);
    some = [];
  }
  await compare(some);
  await compareTables(walk);
  return walk;
}

async function compare(entries: ChainedEntry[]): Promise<void> {
  const [unlike] = await listUnlike(entries);
  if (unlike) throw new Broken(`entry ${unlike} names other files than its filing has`);
}

async function compareTables(walk: RegisterWalk): Promise<void> {
  const head = await getRegisterHead();
  if (head.entry !== walk.count)
    throw new Broken(`entry ${walk.count + 1} is missing: ${head.entry} were made`);
  if (head.hash !== walk.root) throw new Broken(`entry ${walk.count} is not the one that was made last`);
  const [unregistered] = await listUnregistered();
  if (unregistered) throw new Broken(`filing ${unregistered} has no entry`);
  const [gap] = await listGaps();
  if (gap) throw new Broken(`court file number ${gap} belongs to no filing`);
}
