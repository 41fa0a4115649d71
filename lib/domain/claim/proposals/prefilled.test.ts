import { expect, it } from 'vitest';
import { plaintiffForm } from '@/lib/domain/claim/party';
import { prefilled } from '@/lib/domain/claim/proposals/prefilled';
import type { Contact } from '@/lib/domain/contact/contact';

const contact: Contact = {
  ...{ kind: 'individual', lastName: 'Tremblay', firstName: 'Zoé', firm: 'Roy & Roy' },
  ...{ address: '12 Example Street', city: 'Ottawa', country: 'CA', province: 'ON', postalCode: 'K1A 0A1' },
  ...{ phone: '613-555-0123', extension: '7', fax: '', email: 'zoe@example.org' },
};

it('knows the whole first plaintiff of those who represent themselves', () => {
  const party = plaintiffForm.parse(prefilled('plaintiffs', contact, true));
  expect(party).toMatchObject({ kind: 'person', lastName: 'Tremblay', representation: 'self' });
  expect(party).toMatchObject({ city: 'Ottawa', phone: '613-555-0123 x7', email: 'zoe@example.org' });
});

it('does not take the filer for the second plaintiff, nor for a defendant', () => {
  expect(prefilled('plaintiffs', contact, false)).not.toHaveProperty('lastName');
  expect(prefilled('defendants', contact, true)).not.toHaveProperty('lastName');
});

it('knows the lawyer of every plaintiff', () => {
  expect(prefilled('plaintiffs', { ...contact, kind: 'lawyer' }, false)).toMatchObject({
    representation: 'lawyer',
    lawyerName: 'Zoé Tremblay',
    lawyerFirm: 'Roy & Roy',
  });
});

it('gives the lawyer’s number of the Law Society where it is known', () => {
  const lawyer: Contact = { ...contact, kind: 'lawyer' };
  expect(prefilled('plaintiffs', lawyer, true, '12345A')).toMatchObject({ lawyerNumber: '12345A' });
  expect(prefilled('plaintiffs', lawyer, true)).not.toHaveProperty('lawyerNumber');
  expect(prefilled('plaintiffs', contact, true, '12345A')).not.toHaveProperty('lawyerNumber');
});
