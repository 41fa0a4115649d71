import { readSealMark } from '@/lib/domain/verification';

/** What is asked of the register about a file, read from its bytes here: SHA-256, and number and code of its mark. */
export async function readFile(file: Blob): Promise<FormData> {
  const bytes = await file.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const question = new FormData();
  question.set('sha256', Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  for (const [name, value] of Object.entries(readSealMark(new Uint8Array(bytes)) ?? {}))
    question.set(name, value);
  return question;
}
