import {
  findIssuedByCode,
  findIssuedByHash,
  findIssuedByNumber,
  type PublicFiling,
} from '@/lib/data/register/verification';
import type { VerificationQuery } from '@/lib/domain/register/verification-query';

/**
 * `unchanged`: the court issued this file. `differs`: the court issued a document with this number and code,
 * but not this file. `recorded`: the court issued such a document, and no file was given. `unknown`: the
 * court issued no such document.
 */
export type VerificationResult =
  | { kind: 'unchanged' | 'differs' | 'recorded'; issued: PublicFiling }
  | { kind: 'unknown'; issued: null };

/** The result of a verification query. Anyone may ask, and their input need not be true. */
export async function verifyAgainstRegister({
  sha256,
  fileNumber,
  code,
}: VerificationQuery): Promise<VerificationResult> {
  const unchanged = sha256 ? await findIssuedByHash(sha256) : null;
  if (unchanged) return { kind: 'unchanged', issued: unchanged };
  const issued = await findMarked(fileNumber, code);
  if (!issued) return { kind: 'unknown', issued: null };
  return { kind: sha256 ? 'differs' : 'recorded', issued };
}

async function findMarked(fileNumber?: string, code?: string): Promise<PublicFiling | null> {
  if (!code) return null;
  return fileNumber ? findIssuedByNumber(fileNumber, code) : findIssuedByCode(code);
}
