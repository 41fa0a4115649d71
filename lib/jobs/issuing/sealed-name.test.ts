import { expect, it } from 'vitest';
import { sealedName } from '@/lib/jobs/issuing/sealed-name';
import { claim } from '@/lib/testing/filing/filings';

const sealed = {
  fileNumber: 'CV-26-00000001-0000',
  kind: 'claim',
  nth: null,
  locale: 'en',
  claim,
  issueOn: '2026-11-30',
} as const;

it('names document, party and date as the court does, and the file number', () => {
  expect(sealedName(sealed)).toBe(
    'Statement of Claim – Plaintiff – Ann Ironwood – 30-NOV-2026 – CV-26-00000001-0000.pdf',
  );
  const notice = { ...claim, documentType: 'form-14c' as const };
  expect(sealedName({ ...sealed, claim: notice, locale: 'fr' })).toBe(
    'Avis d’action – Partie demanderesse – Ann Ironwood – 30-NOV-2026 – CV-26-00000001-0000.pdf',
  );
  expect(sealedName({ ...sealed, kind: 'guardian-affidavit' })).toMatch(/^Affidavit/);
});

it('numbers documents of one kind', () => {
  expect(sealedName({ ...sealed, kind: 'guardian-affidavit', nth: 2 })).toBe(
    'Affidavit of litigation guardian of a plaintiff under disability (2) – Plaintiff – Ann Ironwood – 30-NOV-2026 – CV-26-00000001-0000.pdf',
  );
});

it('keeps to a name that every device takes, with the number in it', () => {
  const [person] = claim.plaintiffs;
  if (!person) throw new Error('the claim has no plaintiff');
  const plaintiffs = [{ ...person, lastName: `A/B: ${'long '.repeat(80)}` }];
  const name = sealedName({ ...sealed, claim: { ...claim, plaintiffs } });
  expect(name).toMatch(/^[^/:]{40,110}CV-26-00000001-0000\.pdf$/);
});
