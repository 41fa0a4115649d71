import { type OtherFileKind, otherFileKind } from '@/lib/domain/claim/file-kind';
import { readSealMark } from '@/lib/domain/register/verification';

/**
 * The verification query for a file, made from its bytes in the browser: its SHA-256, and number and code of
 * its seal mark. Of a file that is no PDF and has no mark it tells what it is instead.
 */
export async function fileQuery(file: Blob): Promise<FormData | OtherFileKind> {
  const bytes = await file.arrayBuffer();
  const mark = readSealMark(new Uint8Array(bytes));
  const other = mark ? undefined : otherFileKind(new Uint8Array(bytes));
  if (other) return other;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const query = new FormData();
  query.set('sha256', Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  for (const [name, value] of Object.entries(mark ?? {})) query.set(name, value);
  return query;
}
