import { z } from 'zod';
import type { Permission } from '@/lib/domain/access/access';
import { NATURES } from '@/lib/domain/settings/nature';

/**
 * What staff set for the service in dated versions. The values of the code are the first version of each, and the
 * row of a court office that of the office; a later one holds from its day on, until the next.
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
  /** What staff set for a court office, by its id. */
  z.object({
    ...{ version: z.literal(1), kind: z.literal('court'), id: z.string(), address: z.string() },
    ...{ countyEn: z.string(), countyFr: z.string(), noticeEn: z.string(), noticeFr: z.string() },
    acceptsFrom: z.iso.date(),
    acceptsUntil: z.iso.date().nullable(),
  }),
  /**
   * A nature of a claim, by its id: its words, whether it can be chosen, and which of those that the code knows it counts as,
   * for whatever the rules attach to it.
   */
  z.object({
    ...{ version: z.literal(1), kind: z.literal('nature'), id: z.string(), ...inBoth },
    countsAs: z.enum(NATURES),
    inUse: z.boolean(),
  }),
  /** A name that closures of the offices are given, by its code, and whether it is offered. */
  z.object({
    ...{ version: z.literal(1), kind: z.literal('closureName'), id: z.string(), ...inBoth },
    inUse: z.boolean(),
  }),
]);
export type Setting = z.output<typeof settingV1>;
export type SettingKind = Setting['kind'];
export type SettingOf<Kind extends SettingKind> = Extract<Setting, { kind: Kind }>;

/** The settings of which there is one of a kind, in the order of the page of settings. */
export const SETTING_KINDS = ['notice', 'fee', 'limits', 'terms'] as const satisfies SettingKind[];
export type SingleKind = (typeof SETTING_KINDS)[number];
/** Those of which there is one for each office, nature or name. */
export type KeyedKind = Exclude<SettingKind, SingleKind>;

/** What a version is of, within its kind: an id, or '' where there is one of a kind. */
export const settingSubject = (setting: Setting): string => ('id' in setting ? setting.id : '');

/** The kind and what it is of, as the audit log names it: `fee`, `court barrie`. */
export const settingName = (setting: Setting): string => `${setting.kind} ${settingSubject(setting)}`.trim();

const permissions: Record<SettingKind, Permission> = {
  notice: 'edit-notices',
  fee: 'edit-settings',
  limits: 'edit-settings',
  terms: 'edit-settings',
  court: 'edit-courts',
  nature: 'edit-natures',
  closureName: 'edit-calendar',
};

/** Who proposes and approves a version of it. */
export const permissionFor = (kind: SettingKind): Permission => permissions[kind];
