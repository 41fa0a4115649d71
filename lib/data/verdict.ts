import {
  findIssuedByCode,
  findIssuedByHash,
  findIssuedByNumber,
  type IssuedFiling,
} from '@/lib/data/verification';
import type { Question } from '@/lib/domain/question';

/**
 * `unchanged`: the file is one that the court issued. `differs`: the court issued a document with this number and
 * code, but not this file. `recorded`: it issued one, and no file was given. `unknown`: it issued nothing of the kind.
 */
export type Verdict =
  | { kind: 'unchanged' | 'differs' | 'recorded'; issued: IssuedFiling }
  | { kind: 'unknown'; issued: null };

/** What the register says to a question. Anyone may ask; what is asked need not be true. */
export async function judge({ sha256, fileNumber, code }: Question): Promise<Verdict> {
  const unchanged = sha256 ? await findIssuedByHash(sha256) : null;
  if (unchanged) return { kind: 'unchanged', issued: unchanged };
  const issued = await findMarked(fileNumber, code);
  if (!issued) return { kind: 'unknown', issued: null };
  return { kind: sha256 ? 'differs' : 'recorded', issued };
}

async function findMarked(fileNumber?: string, code?: string): Promise<IssuedFiling | null> {
  if (!code) return null;
  return fileNumber ? findIssuedByNumber(fileNumber, code) : findIssuedByCode(code);
}
