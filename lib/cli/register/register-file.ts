import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { Broken, broken } from '@/lib/cli/register/register-fault';
import { courtDay } from '@/lib/domain/court/calendar';
import type { IsoDate } from '@/lib/domain/court/day';
import type { ChainedEntry } from '@/lib/domain/register/register';
import { readRegisterLine } from '@/lib/domain/register/register-line';
import { RegisterWalk, type Start } from '@/lib/domain/register/register-walk';

/**
 * Walks a file of the published register: the whole, or the entries of one day. Only a day's part may begin
 * after entry 1; the hash before it is taken as given.
 * @throws Broken
 */
export async function walkFile(file: string, sought?: string): Promise<RegisterWalk> {
  const entries = walkedEntries(file, sought);
  for (;;) {
    const { done, value } = await entries.next();
    if (done) return value;
  }
}

/**
 * The entries of a file of the published register, each once it was found to continue the chain.
 * @param file its path, or its address where somebody publishes a copy
 * @throws Broken
 */
export async function* walkedEntries(
  file: string,
  sought?: string,
): AsyncGenerator<ChainedEntry, RegisterWalk> {
  let walk: RegisterWalk | undefined;
  let day: IsoDate | undefined;
  for await (const entry of readEntries(file)) {
    walk ??= new RegisterWalk(startOf(entry), sought);
    day ??= courtDay(entry.recordedAt);
    const fault = walk.step(entry);
    if (fault) throw broken(fault);
    if (walk.start.entry > 0 && courtDay(entry.recordedAt) !== day)
      throw new Broken('entry 1 is missing: only what was recorded on one day may begin later');
    yield entry;
  }
  if (!walk) throw new Broken('the file has no entries');
  return walk;
}

/** A whole register has no start, because nothing precedes its first entry. */
function startOf({ entry, previous }: ChainedEntry): Start | undefined {
  return entry === 1 ? undefined : { entry: entry - 1, hash: previous };
}

async function* readEntries(file: string): AsyncGenerator<ChainedEntry> {
  let number = 0;
  for await (const line of createInterface({ input: await open(file), crlfDelay: Infinity })) {
    number += 1;
    const entry = readRegisterLine(line);
    if (!entry) throw new Broken(`line ${number} is no entry of a register`);
    yield entry;
  }
}

async function open(file: string): Promise<Readable> {
  if (!/^https?:\/\//.test(file)) return createReadStream(file);
  const { ok, status, body } = await fetch(file);
  if (!ok || !body) throw new Error(`${file} answered ${status}`);
  return Readable.from(body);
}
