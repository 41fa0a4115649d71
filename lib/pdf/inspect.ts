import { asRefusal, openPdf } from '@/lib/pdf/open';
import type { RefusalCode } from '@/lib/pdf/refusal';

export type Inspected = { ok: true; pages: number } | { ok: false; code: RefusalCode };

/** Whether a file can be accepted, judged by its bytes alone. A file that is accepted can be sealed. */
export async function inspect(bytes: Uint8Array): Promise<Inspected> {
  try {
    const { pages } = await openPdf(bytes);
    return { ok: true, pages };
  } catch (error) {
    return { ok: false, code: asRefusal(error).code };
  }
}
