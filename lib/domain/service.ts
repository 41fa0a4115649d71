import { type Actor, isStaff } from '@/lib/domain/access';

/** The services that a ONE-key account opens; messages `service.*`. */
export const SERVICES = ['justice', 'administration'] as const;
export type Service = (typeof SERVICES)[number];

/** The services that work for the actor: court administration is for staff alone. */
export function servicesFor(actor: Actor): Service[] {
  return SERVICES.filter((service) => service !== 'administration' || isStaff(actor));
}

/** What has a name, from A to Z as the language orders its letters. */
export function byName<T extends { name: string }>(listed: readonly T[], locale: 'en' | 'fr'): T[] {
  const { compare } = new Intl.Collator(locale);
  return [...listed].sort((a, b) => compare(a.name, b.name));
}
