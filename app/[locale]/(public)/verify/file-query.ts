import { readSealMark } from '@/lib/domain/register/verification';

/**
 * The verification query for a file, made from its bytes in the browser: its SHA-256, and number and code of
 * its seal mark.
 */
export async function fileQuery(file: Blob): Promise<FormData> {
  const bytes = await file.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const query = new FormData();
  query.set('sha256', Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  for (const [name, value] of Object.entries(readSealMark(new Uint8Array(bytes)) ?? {}))
    query.set(name, value);
  return query;
}
