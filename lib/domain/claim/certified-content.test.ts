import { expect, it } from 'vitest';
import { type CertifiedContent, certifiedContentHash } from '@/lib/domain/claim/certified-content';

const claim = { kind: 'claim' as const, sha256: 'a' };
const affidavit = { kind: 'guardian-affidavit' as const, sha256: 'b' };
const content: CertifiedContent = {
  answers: { court: { court: 'barrie' } },
  contact: {
    kind: 'individual',
    firstName: 'Anne',
    lastName: 'Tremblay',
  } as CertifiedContent['contact'],
  documents: [affidavit, claim],
};

it('is the same for the same content, in whatever order the documents came', () => {
  expect(certifiedContentHash({ ...content, documents: [claim, affidavit] })).toBe(
    certifiedContentHash(content),
  );
  expect(certifiedContentHash(content)).toMatch(/^[0-9a-f]{64}$/);
});

it('is another where an answer, the contact or a document is', () => {
  const others: CertifiedContent[] = [
    { ...content, answers: { court: { court: 'perth' } } },
    { ...content, contact: { ...content.contact, lastName: 'Roy' } },
    { ...content, documents: [claim] },
    { ...content, documents: [{ ...claim, kind: 'bilingual-request' }, affidavit] },
    { ...content, documents: [{ ...claim, sha256: 'c' }, affidavit] },
  ];
  for (const other of others) expect(certifiedContentHash(other)).not.toBe(certifiedContentHash(content));
});
