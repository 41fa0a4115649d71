import { expect, it } from 'vitest';
import type { Restriction } from '@/lib/domain/filing/restriction';
import { claimFacts, toldDocuments } from '@/lib/jobs/mail/mail-about-claim';
import { renderDocumentFiled } from '@/lib/mail/claim/document-filed';
import { claim } from '@/lib/testing/filing/filings';

const at = new Date('2026-11-23T15:00:00Z');

/** The message about a document that is filed into a court file with these restrictions. */
async function textOf(restrictions: Restriction[], locale: 'en' | 'fr' = 'en'): Promise<string> {
  const filing = {
    ...{ reference: 'R-7K3M-9QX2', locale, claim, laterKind: 'statement-of-claim' as const },
    ...{ title: 'Ironwood v. Quillfeather', ownNumber: 'Ironwood-7', receivedAt: at, issueOn: '2026-11-23' },
    ...{ restrictions, publicTitle: restrictions.includes('anonymised') ? 'A.B. v. C.D.' : '' },
  };
  const documents = toldDocuments([{ name: 'ironwood.pdf', sha256: 'a1' }], filing);
  const bound = { fileNumber: 'CV-26-00000001-0000', code: 'A'.repeat(16), verifyUrl: 'http://x/v/1' };
  const facts = { ...claimFacts(filing, 'Perth'), ...bound, documents, attached: true, late: false };
  const { subject, text, html } = await renderDocumentFiled(facts, locale);
  return subject + text + html;
}

it('names the proceeding under a publication ban, and says that there is one', async () => {
  expect(await textOf(['ban'])).toMatch(/Ironwood v\. Quillfeather.*publication ban applies/s);
});

it.each(['en', 'fr'] as const)('names nobody where the court file is closed (%s)', async (locale) => {
  const names = /ironwood|quillfeather/i;
  expect(await textOf([], locale)).toMatch(names);
  const anonymised = await textOf(['anonymised'], locale);
  expect(anonymised).not.toMatch(names);
  expect(anonymised).toContain('A.B. v. C.D.');
  expect(await textOf(['anonymised', 'sealed'], locale)).not.toMatch(/ironwood|quillfeather|A\.B\./i);
});
