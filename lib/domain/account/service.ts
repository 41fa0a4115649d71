import { type Actor, isStaff } from '@/lib/domain/access/access';

/** The services that a ONE-key account opens; messages `service.*`. */
const SERVICES = ['justice', 'administration'] as const;
export type Service = (typeof SERVICES)[number];

/** The services that are open to the actor. Court administration is for staff alone. */
export function servicesFor(actor: Actor): Service[] {
  return SERVICES.filter((service) => service !== 'administration' || isStaff(actor));
}

/** Sorts by name, in the alphabetical order of the language. */
export function byName<T extends { name: string }>(listed: readonly T[], locale: 'en' | 'fr'): T[] {
  const { compare } = new Intl.Collator(locale);
  return [...listed].sort((a, b) => compare(a.name, b.name));
}
