import { createHash } from 'node:crypto';
import type { DraftAnswers } from '@/lib/domain/claim/claim';
import type { Contact } from '@/lib/domain/contact/contact';

/**
 * The content that a person certifies by submitting. Documents are named by their ids, because the file under
 * an id never changes.
 */
export type CertifiedContent = { answers: DraftAnswers; contact: Contact; documentIds: string[] };

/**
 * SHA-256, as hex, of the certified content. It differs if any of the content was changed meanwhile in
 * another window.
 */
export function certifiedContentHash({ answers, contact, documentIds }: CertifiedContent): string {
  const content = JSON.stringify([answers, contact, [...documentIds].sort()]);
  return createHash('sha256').update(content).digest('hex');
}
