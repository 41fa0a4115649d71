import { expect, it } from 'vitest';
import { contactToFile } from '@/lib/domain/contact/contact-v1';
import { contact } from '@/lib/testing/account/people';
import { filingTable } from '@/lib/web/desk/filing-table';

it('has a line for each filing, in the language asked for, and no formula', async () => {
  async function* parts() {
    const receivedAt = new Date('2026-11-23T15:00:00.120Z');
    const law = { ...contact, firm: '=1+1', lastName: 'O\'Connor, "B"' };
    const own = { ownNumber: '7', contact: contactToFile(law) };
    const court = { court: 'Barrie', title: 'A v. B', fileNumber: null };
    yield [
      {
        ...{ ...own, ...court, receivedAt, issueOn: '2026-11-24', issuedAt: null, laterKind: null },
        ...{ reference: 'R-7K3M-9QX2', state: 'held' as const },
      },
    ];
  }
  let text = '';
  for await (const part of filingTable(parts(), 'fr')) text += part;
  const [headings, row] = text.trim().split('\r\n');
  expect(headings).toContain('Référence,Numéro de dossier du greffe,État');
  expect(row).toBe(
    `R-7K3M-9QX2,,En suspens,A v. B,Barrie,2026-11-23T15:00:00.120Z,2026-11-24,,"Zoé O'Connor, ""B""",'=1+1,7`,
  );
});
