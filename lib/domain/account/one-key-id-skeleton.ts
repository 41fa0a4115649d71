import confusables from '@/lib/domain/account/confusables.json';
import { normaliseOneKeyId } from '@/lib/domain/account/one-key-id';

/**
 * The characters that look like others, by what they look like: the data of Unicode Technical Standard 39, version 15,
 * as ICU 72 has it, without the characters that no ID can hold (docs/decisions/one-key-ids.md).
 */
const looksLike = new Map(
  Object.entries(confusables).flatMap(([seen, characters]) =>
    Array.from(characters, (character) => [character, seen] as const),
  ),
);

/** UTS 39, section 4. */
function skeleton(text: string): string {
  const visible = text.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return Array.from(visible, (character) => looksLike.get(character) ?? character)
    .join('')
    .normalize('NFD');
}

/**
 * What an ID looks like. Two IDs that a reader takes for each other, in whatever case, have the same. As in foldOneKeyId,
 * what a database cannot store becomes a space.
 */
export function oneKeyIdSkeleton(id: string): string {
  return skeleton(skeleton(normaliseOneKeyId(id)).toLowerCase()).replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}
