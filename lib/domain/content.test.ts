import { expect, it } from 'vitest';
import { type Content, contentHash } from '@/lib/domain/content';

const content: Content = {
  answers: { court: { court: 'barrie' } },
  contact: {
    kind: 'individual',
    firstName: 'Anne',
    lastName: 'Tremblay',
  } as Content['contact'],
  documentIds: ['b', 'a'],
};

it('is the same for the same content, in whatever order the documents came', () => {
  expect(contentHash({ ...content, documentIds: ['a', 'b'] })).toBe(contentHash(content));
  expect(contentHash(content)).toMatch(/^[0-9a-f]{64}$/);
});

it('is another where an answer, the contact or a document is', () => {
  const others: Content[] = [
    { ...content, answers: { court: { court: 'perth' } } },
    { ...content, contact: { ...content.contact, lastName: 'Roy' } },
    { ...content, documentIds: ['a'] },
  ];
  for (const other of others) expect(contentHash(other)).not.toBe(contentHash(content));
});
