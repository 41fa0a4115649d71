import { createHash } from 'node:crypto';
import type { DraftAnswers } from '@/lib/domain/claim';
import type { Contact } from '@/lib/domain/contact';

/** What a person certifies by submitting. A document is named by its id: what is stored under one never changes. */
export type Content = { answers: DraftAnswers; contact: Contact; documentIds: string[] };

/** SHA-256, as hex, of what is certified: another where anything of it was changed in another window meanwhile. */
export function contentHash({ answers, contact, documentIds }: Content): string {
  const content = JSON.stringify([answers, contact, [...documentIds].sort()]);
  return createHash('sha256').update(content).digest('hex');
}
