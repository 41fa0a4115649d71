import { expect, it } from 'vitest';
import {
  can,
  isAtLeast,
  isRecent,
  type Permission,
  type Role,
  roles,
  type UserActor,
} from '@/lib/domain/access/access';

const now = new Date('2026-11-24T15:00:00Z');
const person = (role: Role, confirmedAt?: Date): UserActor => ({
  ...{ kind: 'user', userId: 'u', sessionId: 's' },
  ...{ role, confirmedAt, passwordAt: now },
});

const given: Record<Permission, Role[]> = {
  'read-filings': ['clerk', 'registrar', 'administrator'],
  'assign-filings': ['clerk', 'registrar', 'administrator'],
  'write-notes': ['clerk', 'registrar', 'administrator'],
  'enter-paper': ['clerk', 'registrar', 'administrator'],
  'retry-filings': ['clerk', 'registrar', 'administrator'],
  'read-mail': ['clerk', 'registrar', 'administrator'],
  'retry-mail': ['clerk', 'registrar', 'administrator'],
  'edit-courts': ['registrar', 'administrator'],
  'edit-natures': ['registrar', 'administrator'],
  'edit-calendar': ['registrar', 'administrator'],
  'release-filings': ['clerk', 'registrar', 'administrator'],
  'hold-filings': ['clerk', 'registrar', 'administrator'],
  'edit-hold-reasons': ['registrar', 'administrator'],
  'stop-issuing': ['registrar', 'administrator'],
  'withdraw-filings': ['registrar', 'administrator'],
  'redate-filings': ['registrar', 'administrator'],
  'correct-filings': ['registrar', 'administrator'],
  'restrict-files': ['registrar', 'administrator'],
  'read-restricted': ['registrar', 'administrator'],
  'decide-substitutes': ['registrar', 'administrator'],
  'confirm-recoveries': ['registrar', 'administrator'],
  'edit-notices': ['registrar', 'administrator'],
  'declare-outages': ['registrar', 'administrator'],
  'edit-settings': ['administrator'],
  'manage-users': ['administrator'],
  'read-audit': ['administrator'],
};

it.each(Object.entries(given) as [Permission, Role[]][])(
  '%s is given to %s after a second factor',
  (permission, to) => {
    expect(roles.filter((role) => can(person(role, now), permission))).toEqual(to);
    expect(roles.filter((role) => can(person(role), permission))).toEqual([]);
    expect(can({ kind: 'anonymous' }, permission)).toBe(false);
    expect(can({ kind: 'system' }, permission)).toBe(true);
  },
);

it('counts what was given in the last ten minutes as recent', () => {
  expect(isRecent(new Date(now.getTime() - 600_000), now)).toBe(true);
  expect(isRecent(new Date(now.getTime() - 600_001), now)).toBe(false);
  expect(isRecent(undefined, now)).toBe(false);
});

it('gives a role all that the roles below it have', () => {
  const above = (least: Role) => roles.filter((role) => isAtLeast(role, least));
  expect(above('clerk')).toEqual(['clerk', 'registrar', 'administrator']);
  expect(above('registrar')).toEqual(['registrar', 'administrator']);
  for (const [permission, to] of Object.entries(given))
    expect(above(to[0] ?? 'filer'), permission).toEqual(to);
});
