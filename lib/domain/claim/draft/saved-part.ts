/**
 * What one form of a draft saves: a step of one question, by its name, or a party, by its id. Both the last save and the
 * page that made it are known, so that a page that shows something older does not write over it unseen.
 */
export type SavedPart = {
  /** The draft's version with which it was saved. */
  version: number;
  /** The page that saved it, by the id that it was given when it was rendered. */
  tab: string;
  /** An ISO instant. */
  at: string;
};

export type SavedParts = Record<string, SavedPart>;

/** What a form knows: the draft's version that its page showed, or that the person was told of since. */
export type Seen = { version: number; tab: string };

/** A field of which the form and the draft say different things. */
export type ChangedField = { field: string; yours: string; saved: string };

/** The last save of a part by another page since this one was rendered, or nothing. */
export function savedElsewhere(parts: SavedParts, part: string, seen: Seen): SavedPart | undefined {
  const last = parts[part];
  return last && last.version > seen.version && last.tab !== seen.tab ? last : undefined;
}

type Entries = Partial<Record<string, string>>;

/** The fields in which what was typed differs from what is saved. An entry that is missing is empty. */
export function changedFields(fields: readonly string[], typed: Entries, saved: Entries): ChangedField[] {
  return fields
    .map((field) => ({ field, yours: typed[field] ?? '', saved: saved[field] ?? '' }))
    .filter(({ yours, saved: other }) => yours !== other);
}
