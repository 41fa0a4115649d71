import { expect, it } from 'vitest';
import { mailQuery, mailSearchForm } from '@/lib/domain/filing/mail-search';

const nothing = { addresses: [], begins: [], references: [], number: undefined };

it('reads addresses in full, in each form in which one may be stored', () => {
  const query = mailQuery(' Zoé.Côté@Exämple.org ');
  expect(query?.addresses[0]).toEqual(expect.arrayContaining(['zoé.côté@xn--exmple-cua.org']));
  expect(query).toMatchObject({ ...nothing, addresses: [expect.any(Array)] });
});

it.each([
  ['zoe', { begins: ['zoe'] }],
  ['Zoe@exam', { begins: ['zoe@exam'] }],
  ['R-7K3M-9QX2', { references: ['R-7K3M-9QX2'] }],
  ['r7k3m9qx2', { references: ['R-7K3M-9QX2'] }],
  ['R‑7K3M‑9QX2', { references: ['R-7K3M-9QX2'] }],
  ['R-7K3M', { begins: ['r-7k3m'] }],
  ['CV-26-00000007-0000', { number: 'CV-26-00000007-0000%' }],
  ['cv-26-7', { number: 'CV-26-00000007-%' }],
  ['26-7 zoe', { number: 'CV-26-00000007-%', begins: ['zoe'] }],
  ['', {}],
])('reads %s', (typed, asked) => {
  expect(mailQuery(typed)).toEqual({ ...nothing, ...asked });
});

it('takes no number that is that of too many filings', () => {
  expect(mailQuery('CV-26')).toBeNull();
});

it('takes a form with nothing in it, and leaves out what it does not know', () => {
  expect(mailSearchForm.parse({ kind: 'no-such', standing: '' })).toMatchObject({ typed: '', page: 1 });
  expect(mailSearchForm.safeParse({ writtenFrom: 'yesterday' }).success).toBe(false);
});
