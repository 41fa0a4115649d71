import type { PartyRole } from '@/lib/domain/claim/party';
import type { TextLine } from '@/lib/domain/claim/reading/line';
import { isAnd } from '@/lib/domain/claim/reading/parties/marks';

/** The lines of the names of one side. `isRoleUnsure` where their place alone says which side it is. */
export type Side = { role: PartyRole; lines: TextLine[]; isRoleUnsure?: boolean };

/** Names of a side that nothing marks run over this many lines at most: what is longer is no list of names. */
const mostLines = 20;

/** "- and -" or "v." stands between the sides; "and" without dashes, between two names of one. */
const isDivider = ({ text }: TextLine) => isAnd(text) && /^(?:[-–—]|v|c\.)/i.test(text);

/**
 * The sides of a title of which one alone is marked, with the other one by its place: plaintiffs stand above the word
 * between the sides, and defendants below it. Other sides stay as they are.
 * @param rest what stands below the last mark
 */
export function withSideByPlace(marked: readonly Side[], rest: readonly TextLine[]): Side[] {
  const [only, ...more] = marked;
  if (!only || marked.some(({ role }) => role !== only.role)) return [...marked];
  if (only.role === 'defendant') return [...above(only), ...more];
  const divider = rest.findIndex(isDivider);
  const below = divider < 0 ? [] : rest.slice(divider + 1);
  if (below.length > 0 && below.length <= mostLines)
    return [...marked, { role: 'defendant', lines: below, isRoleUnsure: true }];
  // Two sides of one word: one of them may be written by mistake.
  return [only, ...more.map((side) => ({ ...side, isRoleUnsure: true }))];
}

/**
 * A side after one whose mark stands beside its name: what is above another word between the sides may go on with the
 * side before.
 */
export function afterMarkBeside({ role, lines }: Side): Side[] {
  const at = lines.findIndex(isDivider);
  if (at <= 0) return [{ role, lines }];
  return [
    { role, lines: lines.slice(0, at), isRoleUnsure: true },
    { role, lines: lines.slice(at + 1) },
  ];
}

/** Whom no mark names above the word between the sides. With several such words nobody knows which one it is. */
function above({ role, lines }: Side): Side[] {
  const dividers = lines.flatMap((line, at) => (isDivider(line) ? [at] : []));
  const [at = 0, another] = dividers;
  if (another !== undefined) return [{ role, lines, isRoleUnsure: true }];
  if (at === 0) return [{ role, lines }];
  return [
    { role: 'plaintiff', lines: lines.slice(0, at), isRoleUnsure: true },
    { role, lines: lines.slice(at + 1) },
  ];
}
