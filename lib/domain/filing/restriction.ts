import { isOneOf } from '@/lib/domain/text';

/**
 * What a judge may order for a court file (s. 137, Courts of Justice Act). `sealed`: only its filer and the registrars
 * open it. `ban`: nobody publishes what the order names. `anonymised`: the parties stand under the title that the order
 * gives. docs/decisions/restricted-court-files.md says who sees what.
 */
export const RESTRICTIONS = ['sealed', 'ban', 'anonymised'] as const;
export type Restriction = (typeof RESTRICTIONS)[number];

/** Restrictions under which documents and names are for the filer and registrars alone. */
export const CLOSING: readonly Restriction[] = ['sealed', 'anonymised'];

/** The restrictions in force on a court file, and its title for all but the filer and registrars; '' has none. */
export type Restricted = { restrictions: readonly Restriction[]; publicTitle: string };

export const UNRESTRICTED: Restricted = { restrictions: [], publicTitle: '' };

/** Whether documents and names are for the filer and registrars alone. */
export function isClosed(restrictions: readonly Restriction[]): boolean {
  return restrictions.some((one) => CLOSING.includes(one));
}

/**
 * The title of proceeding for everybody but the filer and registrars. A sealed court file has none, even if it is
 * anonymised too: null.
 */
export function titleForOthers(title: string, { restrictions, publicTitle }: Restricted): string | null {
  if (restrictions.includes('sealed')) return null;
  return restrictions.includes('anonymised') ? publicTitle : title;
}

/** The restrictions in a list as the database gives it, with commas between. */
export function restrictionsIn(list: string): Restriction[] {
  return list.split(',').filter((one) => isOneOf(RESTRICTIONS, one));
}

/** Why the service itself stopped a message: the court file that it is about was closed before it left. */
export const RESTRICTED_FILE = 'restricted-file';
