import { expect, it } from 'vitest';
import { type CertifiedContent, certifiedContentHash } from '@/lib/domain/claim/certified-content';

const content: CertifiedContent = {
  answers: { court: { court: 'barrie' } },
  contact: {
    kind: 'individual',
    firstName: 'Anne',
    lastName: 'Tremblay',
  } as CertifiedContent['contact'],
  documentIds: ['b', 'a'],
};

it('is the same for the same content, in whatever order the documents came', () => {
  expect(certifiedContentHash({ ...content, documentIds: ['a', 'b'] })).toBe(certifiedContentHash(content));
  expect(certifiedContentHash(content)).toMatch(/^[0-9a-f]{64}$/);
});

it('is another where an answer, the contact or a document is', () => {
  const others: CertifiedContent[] = [
    { ...content, answers: { court: { court: 'perth' } } },
    { ...content, contact: { ...content.contact, lastName: 'Roy' } },
    { ...content, documentIds: ['a'] },
  ];
  for (const other of others) expect(certifiedContentHash(other)).not.toBe(certifiedContentHash(content));
});
