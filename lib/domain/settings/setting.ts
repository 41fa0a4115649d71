import { z } from 'zod';
import type { Permission } from '@/lib/domain/access/access';

/**
 * What staff set for the service in dated versions. The values of the code are the first version of each; a later
 * one holds from its day on, until the next.
 */

const inBoth = { en: z.string(), fr: z.string() };
const dollars = z.int().min(1).max(10_000_000);

/** A version as it is stored. */
export const settingV1 = z.discriminatedUnion('kind', [
  /** The fee to issue a claim, in whole dollars. */
  z.object({ version: z.literal(1), kind: z.literal('fee'), dollars }),
  /** Up to how many dollars the Small Claims Court hears a claim, and the simplified procedure is mandatory. */
  z.object({ version: z.literal(1), kind: z.literal('limits'), smallClaims: dollars, simplified: dollars }),
  /** The terms of use of Justice Services Online, as `readTerms` reads them. */
  z.object({ version: z.literal(1), kind: z.literal('terms'), ...inBoth }),
  /** A notice on every page until the end of a day, or of no day in particular; without words there is none. */
  z.object({
    version: z.literal(1),
    kind: z.literal('notice'),
    ...inBoth,
    until: z.iso.date().nullable(),
  }),
]);
export type Setting = z.output<typeof settingV1>;
export type SettingKind = Setting['kind'];
export type SettingOf<Kind extends SettingKind> = Extract<Setting, { kind: Kind }>;

/** In the order of the page of settings. */
export const SETTING_KINDS = ['notice', 'fee', 'limits', 'terms'] as const satisfies SettingKind[];

/** Who proposes and approves a version of it. */
export const permissionFor = (kind: SettingKind): Permission =>
  kind === 'notice' ? 'edit-notices' : 'edit-settings';
