import { expect, test } from 'vitest';
import { byName, servicesFor } from '@/lib/domain/account/service';

const user = (role: 'filer' | 'clerk') => ({ kind: 'user', userId: '1', sessionId: '2', role }) as const;

test('court administration is listed for staff alone', () => {
  expect(servicesFor(user('filer'))).toEqual(['justice']);
  expect(servicesFor(user('clerk'))).toEqual(['justice', 'administration']);
  expect(servicesFor({ kind: 'anonymous' })).toEqual(['justice']);
});

test('names stand in the order of their language, accents and case aside', () => {
  const names = ['Zones', 'États', 'études', 'Justice'].map((name) => ({ name }));
  expect(byName(names, 'fr').map(({ name }) => name)).toEqual(['États', 'études', 'Justice', 'Zones']);
});
