import { causeOf, findDatabase } from '@/lib/cli/database';
import { setDatabase } from '@/lib/data/db/db';
import { type VerificationResult, verifyAgainstRegister } from '@/lib/data/register/verification-result';
import type { SealMark } from '@/lib/domain/register/verification';

/** What the register says of a file: `differs` where it knows number and code, but not these bytes. */
type RegisterAnswer = 'issued' | 'differs' | 'unknown' | 'not-asked';

export type Register = {
  ask(sha256: string, mark: SealMark | undefined): Promise<RegisterAnswer>;
  close(): Promise<void>;
};

const answers: Record<VerificationResult['kind'], RegisterAnswer> = {
  unchanged: 'issued',
  differs: 'differs',
  recorded: 'unknown',
  unknown: 'unknown',
};
const notAsked: Register = { ask: async () => 'not-asked', close: async () => undefined };

/**
 * The register, if a database is available and answers. Otherwise a register that answers `not-asked`;
 * standard error says so.
 */
export async function openRegister(): Promise<Register> {
  const database = await findDatabase().catch(tell);
  if (!database) return notAsked;
  setDatabase(database);
  try {
    // Connections open late, so the first query shows whether the database answers.
    await verifyAgainstRegister({ sha256: 'none' });
    return { ask, close: database.close };
  } catch (error) {
    await database.close();
    tell(error);
    return notAsked;
  }
}

async function ask(sha256: string, mark: SealMark | undefined): Promise<RegisterAnswer> {
  return answers[(await verifyAgainstRegister({ sha256, ...mark })).kind];
}

function tell(error: unknown): undefined {
  process.stderr.write(`The register is not asked: ${causeOf(error)}\n`);
}
