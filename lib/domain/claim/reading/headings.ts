import type { TextLine } from '@/lib/domain/claim/reading/line';
import { isNearly, letters, plain } from '@/lib/domain/claim/reading/text';

/** What the title of a document says that it is; `other` is a document that starts no action. */
type HeadingKind = 'claim' | 'notice' | 'affidavit' | 'requisition' | 'consent' | 'other';
export type Heading = { kind: HeadingKind; index: number };

const nearly: [HeadingKind, ...string[]][] = [
  [
    'claim',
    'statement of claim',
    'statement of claim general',
    'déclaration',
    'déclaration formule générale',
  ],
  ['notice', 'notice of action', 'avis d’action'],
  ['affidavit', 'affidavit', 'affidavit of litigation guardian', 'affidavit du tuteur à l’instance'],
  ['requisition', 'requisition', 'réquisition', 'requisition for bilingual proceeding'],
  ['consent', 'consent', 'consentement', 'consent to file documents in french'],
  ['other', 'statement of defence', 'statement of defence and counterclaim', 'défense', 'third party claim'],
  [
    'other',
    'notice of application',
    'notice of motion',
    'motion record',
    'factum',
    'avis de requête',
    'avis de motion',
  ],
  [
    'other',
    'plaintiff’s claim',
    'demande du demandeur',
    'judgment',
    'order',
    'jugement',
    'ordonnance',
    'mise en cause',
  ],
  [
    'other',
    'counterclaim',
    'reply',
    'jury notice',
    'demande reconventionnelle',
    'réponse',
    'book of authorities',
  ],
];
const phrases = nearly.map(([kind, ...texts]) => ({ kind, all: texts.map(letters) }));

const amended = '(?:(?:fresh as |further |re-?|twice )?amended |modifiee )*';
const patterns: [HeadingKind, RegExp][] = [
  ['claim', new RegExp(`^${amended}statement of claim(?: [(\\[-].*| and jury notice)?$`)],
  ['claim', /^declaration(?: modifiee)?(?: [([-].*)?$/],
  ['notice', new RegExp(`^${amended}notice of action(?: [(\\[-].*)?$`)],
  ['notice', /^avis d'action(?: [([-].*)?$/],
  ['affidavit', /^affidavit\b.{0,80}$/],
  ['requisition', /^requ?isition\b.{0,80}$/],
  ['consent', /^consent(?:ement)?\b.{0,80}$/],
  ['other', /^(?:amended )?(?:statement of defence|third party claim|counterclaim)\b.{0,60}$/],
  ['other', /^(?:avis de (?:requete|motion)|defense)\b.{0,40}$/],
];

/** A heading stands alone in its line and has no sentence. */
function kindOf(text: string): HeadingKind | undefined {
  if (text.length > 100 || /^[^(]*\)/.test(text)) return undefined;
  const given = plain(text).replace(/^["'(\s]+|["'\s.]+$/g, '');
  const pattern = patterns.find(([, known]) => known.test(given));
  if (pattern && isLoud(text)) return pattern[0];
  return phrases.find(({ all }) => all.some((phrase) => isNearly(text, phrase)))?.kind;
}

/** Capitals, at least at the beginning of its words. */
const isLoud = (text: string) => /^["'“(\s]*\p{Lu}/u.test(text) && !/[a-z][.;]\s/.test(text);

/** Pages on which a title may run before the heading comes. */
const within = 5;

/** The first line of a document that says what it is. A heading of two lines counts by its first. */
export function headingOf(lines: readonly TextLine[]): Heading | undefined {
  for (const [index, { text, page }] of lines.entries()) {
    if (page > within) return undefined;
    const kind = kindOf(text) ?? kindOfTwo(lines, index);
    if (kind) return { kind, index };
  }
  return undefined;
}

/** A heading that is broken over two lines: STATEMENT / OF CLAIM. */
function kindOfTwo(lines: readonly TextLine[], index: number): HeadingKind | undefined {
  const [one, other] = [lines[index]?.text ?? '', lines[index + 1]?.text ?? ''];
  if (one.length + other.length > 30 || !/^(?:STATEMENT|NOTICE|AVIS)\b/.test(one)) return undefined;
  return kindOf(`${one} ${other}`);
}

/** Whether the words of the printed notice to a defendant stand in a text. */
export const hasNotice = (text: string): boolean =>
  /legal proceeding has been commenced against you|instance a ete (?:introduite|intentee|engagee) contre vous/.test(
    plain(text),
  );
