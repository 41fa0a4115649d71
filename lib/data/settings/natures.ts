import type { Db } from '@/lib/data/db/db';
import { findSetting, findSettings } from '@/lib/data/settings/settings';
import type { IsoDate } from '@/lib/domain/court/day';
import { isKnownNature, NATURES } from '@/lib/domain/settings/nature';
import type { SettingOf } from '@/lib/domain/settings/setting';
import { en, fr } from '@/lib/messages/catalogue';

/** A nature of a claim: its words, whether it can be chosen, and which of those that the code knows it counts as. */
export type Nature = SettingOf<'nature'>;

/** A nature as the code has it, or null if the code has none of this id. Public. */
export function firstNature(id: string): Nature | null {
  if (!isKnownNature(id)) return null;
  const words = { en: en.nature[id], fr: fr.nature[id] };
  return { version: 1, kind: 'nature', id, ...words, countsAs: id, inUse: true };
}

/**
 * Every nature as it is on a day, in the order of Form 14F, and after them those that staff added, by their ids; also those
 * that are out of use. Public.
 */
export async function listNatures(on: IsoDate): Promise<Nature[]> {
  const set = new Map((await findSettings('nature', on)).map(({ setting }) => [setting.id, setting]));
  const known = NATURES.flatMap((id) => set.get(id) ?? firstNature(id) ?? []);
  return [...known, ...[...set.values()].filter((nature) => !isKnownNature(nature.id))];
}

/** One nature as it is on a day: the version that staff set, or the code's own; null if there is none. Public. */
export async function findNature(
  id: string,
  on: IsoDate,
  tx?: Db,
): Promise<{ nature: Nature; isSet: boolean } | null> {
  const set = await findSetting('nature', on, id, tx);
  if (set) return { nature: set.setting, isSet: true };
  const nature = firstNature(id);
  return nature && { nature, isSet: false };
}
