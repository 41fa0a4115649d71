/** Who may do what. Data functions check permissions here before they touch a row. */

export const roles = ['filer', 'clerk', 'registrar', 'administrator'] as const;
export type Role = (typeof roles)[number];

export type UserActor = {
  kind: 'user';
  userId: string;
  role: Role;
  sessionId: string;
  ip?: string | undefined;
  /** When a second factor was last given in this session. */
  confirmedAt?: Date | undefined;
  /** When the password was last given in this session. */
  passwordAt?: Date | undefined;
};
/** @property device browser and system in words, for the person to recognise a session by */
export type AnonymousActor = { kind: 'anonymous'; ip?: string | undefined; device?: string };
type SystemActor = { kind: 'system' };
export type Actor = UserActor | AnonymousActor | SystemActor;

const staff: Role[] = ['clerk', 'registrar', 'administrator'];
const registrars: Role[] = ['registrar', 'administrator'];

/**
 * The permissions of each role, no more than its work needs. A clerk looks after filings, holds and e-mail; a
 * registrar also after calendar, offices, notices and dates; an administrator also after people, settings and the audit log. The
 * queries themselves decide access to a person's own drafts and filings.
 */
const permissions = {
  'read-filings': staff,
  'assign-filings': staff,
  'write-notes': staff,
  'enter-paper': staff,
  'retry-filings': staff,
  'read-mail': staff,
  'retry-mail': staff,
  'hold-filings': staff,
  'release-filings': staff,
  'edit-courts': registrars,
  'edit-natures': registrars,
  'edit-calendar': registrars,
  'edit-hold-reasons': registrars,
  'stop-issuing': registrars,
  'edit-notices': registrars,
  'declare-outages': registrars,
  'withdraw-filings': registrars,
  'redate-filings': registrars,
  'correct-filings': registrars,
  'restrict-files': registrars,
  'read-restricted': registrars,
  'decide-substitutes': registrars,
  'confirm-recoveries': registrars,
  'manage-users': ['administrator'],
  'edit-settings': ['administrator'],
  'read-audit': ['administrator'],
} satisfies Record<string, Role[]>;

export type Permission = keyof typeof permissions;

/**
 * Whether the actor's role gives the permission. Staff have their permissions only in a session in which they
 * gave a second factor. The system has all permissions; an anonymous visitor has none.
 */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'user' && grants(actor.role, permission) && actor.confirmedAt !== undefined;
}

/**
 * Acts of staff that affect other people at once or cannot be undone. They require a factor that was given
 * recently.
 */
export const sensitiveActs = [
  'set role',
  'lock user',
  'end sessions of user',
  'set legal hold',
  'recover in person',
  'redate filing',
  'decide substitute',
  'withdraw filing',
  'correct filing',
  'restrict file',
  'change calendar',
  'change hold reasons',
  'change settings',
  'declare outage',
  'decide proposal',
  'stop issuing',
  'resume mail',
] as const;
export type SensitiveAct = (typeof sensitiveActs)[number];

const recentMs = 10 * 60_000;

/** Whether a password or factor was given within the last ten minutes, as a sensitive act requires. */
export function isRecent(given: Date | undefined, now: Date): boolean {
  return given !== undefined && now.getTime() - given.getTime() <= recentMs;
}

/** Whether a role is this one or one that has all its permissions and more. */
export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

/** Whether a role gives the permission, in a session with a second factor. */
export function grants(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return allowed.includes(role);
}

/** Staff are clerks, registrars and administrators. */
export function isStaffRole(role: Role): boolean {
  return staff.includes(role);
}

export function isStaff(actor: Actor): actor is UserActor {
  return actor.kind === 'user' && isStaffRole(actor.role);
}
