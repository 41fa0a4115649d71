import { causeOf, findDatabase } from '@/lib/cli/database';
import { setDatabase } from '@/lib/data/db';
import { judge, type Verdict } from '@/lib/data/verdict';
import type { SealMark } from '@/lib/domain/verification';

/** What the register says of a file: `differs` where it knows number and code, but not these bytes. */
export type RegisterAnswer = 'issued' | 'differs' | 'unknown' | 'not-asked';

export type Register = {
  ask(sha256: string, mark: SealMark | undefined): Promise<RegisterAnswer>;
  close(): Promise<void>;
};

const answers: Record<Verdict['kind'], RegisterAnswer> = {
  unchanged: 'issued',
  differs: 'differs',
  recorded: 'unknown',
  unknown: 'unknown',
};
const notAsked: Register = { ask: async () => 'not-asked', close: async () => undefined };

/** The register where a database is at hand that answers; else, told on standard error, one that is `not-asked`. */
export async function openRegister(): Promise<Register> {
  const database = await findDatabase().catch(tell);
  if (!database) return notAsked;
  setDatabase(database);
  try {
    // Connections open late: the first question tells whether anybody answers.
    await judge({ sha256: 'none' });
    return { ask, close: database.close };
  } catch (error) {
    await database.close();
    tell(error);
    return notAsked;
  }
}

async function ask(sha256: string, mark: SealMark | undefined): Promise<RegisterAnswer> {
  return answers[(await judge({ sha256, ...mark })).kind];
}

function tell(error: unknown): undefined {
  process.stderr.write(`The register is not asked: ${causeOf(error)}\n`);
}
