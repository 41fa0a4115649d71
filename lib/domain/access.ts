/** Who may do what. Data functions ask here before they touch a row. */

export const roles = ['filer', 'clerk', 'registrar', 'administrator'] as const;
export type Role = (typeof roles)[number];

export type UserActor = {
  kind: 'user';
  userId: string;
  role: Role;
  sessionId: string;
  ip?: string;
  /** When a second factor was last given in this session. */
  confirmedAt?: Date;
  /** When the password was last given in this session. */
  passwordAt?: Date;
};
/** @property device browser and system in words, for the person to recognise a session by */
export type AnonymousActor = { kind: 'anonymous'; ip?: string; device?: string };
export type SystemActor = { kind: 'system' };
export type Actor = UserActor | AnonymousActor | SystemActor;

const staff: Role[] = ['clerk', 'registrar', 'administrator'];

/** Permissions that a role gives; what belongs to a person (their drafts, filings) is decided by the query itself. */
const permissions = {
  'read-filings': staff,
  'retry-filings': staff,
  'read-mail': staff,
  'retry-mail': staff,
  'edit-courts': staff,
  'edit-calendar': staff,
  'release-filings': staff,
  'withdraw-filings': ['registrar', 'administrator'],
  'redate-filings': ['registrar', 'administrator'],
  'decide-repairs': ['registrar', 'administrator'],
  'manage-users': ['administrator'],
  'read-audit': ['administrator'],
} satisfies Record<string, Role[]>;

export type Permission = keyof typeof permissions;

/**
 * Whether the actor's role gives the permission. Staff have theirs in a session alone in which they gave a second
 * factor. The system may do what staff may; anonymous visitors nothing.
 */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  const allowed: readonly Role[] = permissions[permission];
  return actor.kind === 'user' && allowed.includes(actor.role) && actor.confirmedAt !== undefined;
}

/** What staff do that others feel at once or that cannot be taken back: it asks for a factor given a short while ago. */
export const sensitiveActs = [
  'set role',
  'lock user',
  'end sessions of user',
  'set legal hold',
  'redate filing',
  'decide repair',
  'withdraw filing',
  'change calendar',
  'resume mail',
] as const;
export type SensitiveAct = (typeof sensitiveActs)[number];

const recentMs = 10 * 60_000;

/** Whether a password or factor given at an instant still counts for what asks for a recent one: ten minutes. */
export function isRecent(given: Date | undefined, now: Date): boolean {
  return given !== undefined && now.getTime() - given.getTime() <= recentMs;
}

/** Staff are clerks, registrars and administrators. */
export function isStaffRole(role: Role): boolean {
  return staff.includes(role);
}

export function isStaff(actor: Actor): actor is UserActor {
  return actor.kind === 'user' && isStaffRole(actor.role);
}
