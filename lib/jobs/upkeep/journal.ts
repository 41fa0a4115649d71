import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { db } from '@/lib/data/db/db';
import type { Known } from '@/lib/data/register/missing';
import { getRegisterHead } from '@/lib/data/register/register-check';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';

/**
 * What this service has promised and published, beside the database and not in it: the court file numbers it
 * gave, the entries it recorded, the filings it acknowledged. A database restored from an older copy is known
 * by it. One file a day (UTC), one fact a line, only added to, so that processes can share it. Names no people.
 */

const line = z.strictObject({
  entry: z.int().positive().optional(),
  hash: z.string().optional(),
  fileNumber: z.string().optional(),
  reference: z.string().optional(),
});

/** The folder of the journal. */
export const journalFolder = (): string => path.join(env.DATA_DIR, 'journal');

/**
 * Adds a fact. It never throws: a filing must not fail because a disk is full.
 * @param known what was just committed, and not before
 */
export async function note(known: Known): Promise<void> {
  const file = path.join(journalFolder(), `${systemNow().toISOString().slice(0, 10)}.ndjson`);
  try {
    await mkdir(journalFolder(), { recursive: true, mode: 0o700 });
    await appendFile(file, `${JSON.stringify(known)}\n`, { mode: 0o600 });
  } catch (error) {
    log.error({ err: error }, 'the journal takes nothing: a restored database might not be noticed');
  }
}

/** The end of the register that this process noted last. */
let noted = 0;

/** Adds the end of the register, unless this process has: for entries that no request of its own recorded. */
export async function noteRegisterEnd(): Promise<void> {
  const { entry, hash } = await getRegisterHead(db());
  if (entry > noted) await note({ entry, hash });
  noted = entry;
}

/**
 * The facts of the journal, the oldest first. A line that a full disk or a crash cut is passed over.
 * @param days how many files, the newest ones; all by default
 */
export async function* readJournal(days = 0): AsyncGenerator<Known> {
  const files = (await readdir(journalFolder()).catch(() => [])).filter((name) => name.endsWith('.ndjson'));
  for (const file of files.sort().slice(-days)) {
    const input = createReadStream(path.join(journalFolder(), file));
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      const known = parse(text);
      if (known) yield known;
    }
  }
}

function parse(text: string): Known | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data as Known | undefined;
  } catch {
    return undefined;
  }
}
