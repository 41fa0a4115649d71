import { MOST_PARTIES } from '@/lib/domain/claim/claim';
import { amountOf } from '@/lib/domain/claim/reading/amount';
import { courtOf } from '@/lib/domain/claim/reading/court-place';
import { type Heading, hasNotice, headingOf } from '@/lib/domain/claim/reading/headings';
import { languageOf } from '@/lib/domain/claim/reading/language';
import { lawyersOf } from '@/lib/domain/claim/reading/lawyers';
import type { TextLine } from '@/lib/domain/claim/reading/line';
import { withAddresses } from '@/lib/domain/claim/reading/parties/addresses';
import type { Side } from '@/lib/domain/claim/reading/parties/by-place';
import type { Widths } from '@/lib/domain/claim/reading/parties/joining';
import { readParty } from '@/lib/domain/claim/reading/parties/party';
import { partiesOfLines } from '@/lib/domain/claim/reading/parties/passages';
import { sidesOf } from '@/lib/domain/claim/reading/parties/title';
import {
  type ClaimReading,
  nothingRead,
  type ReadForm,
  type ReadParty,
} from '@/lib/domain/claim/reading/reading';
import { isSimplified } from '@/lib/domain/claim/reading/simplified';
import { cleanedLines, cut, letters, plain } from '@/lib/domain/claim/reading/text';

/** Reads what a document says. `given`: its lines in the order in which they are read; `pages`: all of its pages. */
export function readClaimLines(given: readonly TextLine[], pages: number): ClaimReading {
  const lines = cleanedLines(given);
  const nothing = nothingRead(pages, lines.length > 0);
  if (lines.length === 0) return nothing;
  const text = lines.map((line) => line.text).join(' ');
  const heading = headingOf(lines);
  const known = {
    ...nothing,
    language: languageOf(text),
    fileNumber: fileNumberOf(lines),
    courtName: namesCourt(lines),
  };
  const form = formOf(lines, text, heading);
  if (!form) return { ...known, kind: kindOf(text, heading) };
  const end = heading?.index ?? lines.length;
  const sides = sidesOf(lines, end);
  const widths = { page: widest(lines), title: widest(sides.flatMap((side) => side.lines)) };
  const parties = sides.flatMap((side) => partiesOfSide(side, widths));
  return {
    ...known,
    form,
    kind: 'claim',
    court: courtOf(lines, end),
    simplified: isSimplified(lines, text),
    classProceeding: isClassProceeding(lines.slice(0, end + 3)),
    amount: amountOf(lines, end),
    parties: withAddresses(parties.slice(0, MOST_PARTIES), lines),
    lawyers: lawyersOf(lines),
  };
}

function partiesOfSide({ role, lines, isRoleUnsure }: Side, widths: Widths): ReadParty[] {
  return partiesOfLines(lines, widths).flatMap(({ text, page, isUnsure }) => {
    const party = readParty(text, role, page, isUnsure);
    return party ? [{ ...party, ...(isRoleUnsure && { isRoleUnsure }) }] : [];
  });
}

const widest = (lines: readonly TextLine[]) => Math.max(...lines.map((line) => line.end - line.x), 0);

function formOf(lines: readonly TextLine[], text: string, heading: Heading | undefined): ReadForm | null {
  const given = plain(text);
  if (!heading || (heading.kind !== 'claim' && heading.kind !== 'notice')) return null;
  const isOfCourt = hasNotice(text) || /superior court|cour superieure|between|entre/.test(given);
  if (!isOfCourt) return null;
  if (heading.kind === 'notice') return '14C';
  const near = plain(
    lines
      .slice(heading.index, heading.index + 12)
      .map((line) => line.text)
      .join(' '),
  );
  if (
    /notice of action (?:was )?(?:issued|dated)|commenced by (?:a )?notice of action|avis d'action (?:a ete )?(?:delivre|emis)|introduite par un avis d'action/.test(
      near,
    )
  )
    return '14D';
  const footer = /rcp-[ef] ?14([abd])\b/.exec(given)?.[1];
  if (footer) return `14${footer.toUpperCase() as 'A' | 'B' | 'D'}`;
  return isMortgage(given) ? '14B' : '14A';
}

const isMortgage = (text: string) =>
  /mortgage action|request to redeem|form 64a|action hypothecaire|demande de rachat|formule 64a|foreclosure of (?:the|its|their)|forclusion/.test(
    text,
  );

function kindOf(text: string, heading: Heading | undefined): ClaimReading['kind'] {
  const given = plain(text);
  if (heading?.kind === 'affidavit')
    return /litigation guardian|tuteur a l'instance|tutrice a l'instance/.test(given)
      ? 'guardian-affidavit'
      : null;
  const isBilingual =
    /bilingual proceeding|instance bilingue|o(?:ntario)?\.? reg(?:ulation)?\.? 53\/01|regl(?:ement)?\.? (?:de l'ont\.? )?53\/01/.test(
      given,
    );
  if (heading?.kind === 'requisition') return isBilingual ? 'bilingual-request' : null;
  if (heading?.kind === 'consent')
    return /(?:documents?|filed|filing)[^.]{0,60}in french|documents?[^.]{0,60}en francais/.test(given)
      ? 'french-consent'
      : null;
  return null;
}

/** Letter by letter, for a heading with spaces between its letters, or a letter misread. */
const namesCourt = (lines: readonly TextLine[]) =>
  /superiorcourt|superieuredejustice/.test(
    letters(
      lines
        .filter(({ page }) => page <= 2)
        .map((line) => line.text)
        .join(' '),
    ),
  );

const isClassProceeding = (title: readonly TextLine[]) =>
  /class proceedings act|loi de 1992 sur les recours collectifs/.test(
    plain(title.map((line) => line.text).join(' ')),
  );

const fileNumber = /\b(?:[a-z]{2}-)?\d{2}-\d{3,8}(?:-[0-9a-z]{2,4})?\b|\b\d{1,6}\/\d{2}\b/;

function fileNumberOf(lines: readonly TextLine[]): string | null {
  for (const [index, { text, page }] of lines.entries()) {
    if (page > 1) return null;
    const label = /(?:court )?file (?:no|number)|dossier/.exec(plain(text));
    if (!label) continue;
    const texts = [plain(text).slice(label.index + label[0].length), plain(lines[index + 1]?.text ?? '')];
    const found = texts.map((given) => fileNumber.exec(given)?.[0]).find(Boolean);
    if (found && /[1-9]/.test(found.slice(5))) return cut(found.toUpperCase(), 40);
  }
  return null;
}
