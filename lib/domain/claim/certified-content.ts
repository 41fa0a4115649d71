import { createHash } from 'node:crypto';
import type { DraftAnswers } from '@/lib/domain/claim/claim';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { Contact } from '@/lib/domain/contact/contact';

/** The content that a person certifies by submitting. Documents are named by their kinds and their files. */
export type CertifiedContent = {
  answers: DraftAnswers;
  contact: Contact;
  documents: readonly { kind: DocumentKind | null; sha256: string | null }[];
};

/**
 * SHA-256, as hex, of the certified content. It differs if any of the content was changed meanwhile in
 * another window.
 */
export function certifiedContentHash({ answers, contact, documents }: CertifiedContent): string {
  const files = documents.map(({ kind, sha256 }) => `${kind} ${sha256}`).sort();
  const content = JSON.stringify([answers, contact, files]);
  return createHash('sha256').update(content).digest('hex');
}
