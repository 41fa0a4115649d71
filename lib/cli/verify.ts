import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { openRegister, type Register } from '@/lib/cli/register/register';
import { otherFileKind } from '@/lib/domain/claim/file-kind';
import { en } from '@/lib/messages/catalogue';
import { type VerificationResult, verifySeal } from '@/lib/pdf/signature/verify';
import { courtKey } from '@/lib/services/signing/signing-key';

/** Several times the largest document that the court accepts, with room for later additions by others. */
const mostBytes = 500_000_000;

const results = { valid: 'valid', broken: 'changed', untrusted: 'untrusted', none: 'unsigned' } as const;

/**
 * Prints for each file a line of JSON: the result for its newest court seal, and the register's answer about
 * the file. Number and code are the file's own statements; a receipt is signed and has neither. `appended`
 * means that the sealed bytes are intact and that other bytes follow them. Of a file that is no PDF it says so on
 * standard error. Exits with 1 if a file is not valid or cannot be read.
 */
export async function run(files: string[]): Promise<void> {
  const { authority } = await courtKey();
  const register = await openRegister();
  try {
    for (const file of files) {
      const isValid = await examine(file, authority, register);
      if (!isValid) process.exitCode = 1;
    }
  } finally {
    await register.close();
  }
}

async function examine(file: string, authority: Uint8Array[], register: Register): Promise<boolean> {
  const bytes = await read(file).catch((error: Error) => {
    process.stderr.write(`${file}: ${error.message}\n`);
    return undefined;
  });
  if (!bytes) return false;
  const result = verifySeal(bytes, authority);
  const other = result.mark ? undefined : otherFileKind(bytes);
  if (other) {
    process.stderr.write(`${file}: ${en.refusal[other]}.\n`);
    return false;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const answer = await register.ask(sha256, result.mark);
  process.stdout.write(`${JSON.stringify({ ...line(file, result), register: answer })}\n`);
  return result.signature === 'valid' && result.wholeFile;
}

function line(file: string, { mark, signature, wholeFile, signedAt, certificate }: VerificationResult) {
  return {
    file,
    result: signature === 'valid' && !wholeFile ? 'appended' : results[signature],
    number: mark?.fileNumber ?? null,
    code: mark?.code ?? null,
    wholeFile,
    signedAt: signedAt ?? null,
    certificate: certificate ?? null,
  };
}

async function read(file: string): Promise<Uint8Array> {
  const found = await stat(file);
  if (!found.isFile() || found.size > mostBytes) throw new Error('is no file of less than 500 MB');
  return readFile(file);
}
