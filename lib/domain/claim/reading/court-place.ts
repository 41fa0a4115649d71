import { courtAtStreet, courtNamed } from '@/lib/domain/claim/reading/court-places';
import type { TextLine } from '@/lib/domain/claim/reading/line';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import { cut, plain } from '@/lib/domain/claim/reading/text';

type Place = NonNullable<ClaimReading['court']>;

const officeLabel =
  /^(?:address of (?:the )?court(?: office|house)?|court office address|court office(?= ?:)|adresse du (?:greffe|tribunal|palais de justice))\b[^a-z0-9]*(?:\(.*?\))?[^a-z0-9]*/;
const commenced =
  /(?:proceeding|action)s? (?:was )?(?:commenced|started) (?:at|in)\b|(?:instance|action) (?:introduite|intentee|engagee|commencee) (?:a|au|aux|dans)\b/;
const atPlace = /^[([]?(?:at|a) (?:the (?:city|town) of )?[a-z.' -]{3,30}[)\]]?$/;
const trial =
  /(?:action|trial|proceeding)[^.]{0,60}\b(?:be )?(?:tried|held|heard|take place) (?:at|in)\b([^.]*(?:\bst\.[^.]*|\bste\.[^.]*)?)|(?:instruction|proces)[^.]{0,60}(?:ait lieu|soit instruite?|se tienne|soit tenue?|tenue?) (?:a|au|dans)\b([^.]*)/;

const longest = 200;

/**
 * The court office in which a claim is brought: by the address of the office, else by where the backsheet says that the
 * proceeding was commenced, else by the heading, else by the place of trial that is proposed.
 */
export function courtOf(lines: readonly TextLine[], titleEnd: number): Place | null {
  const found = [byAddress(lines), byBacksheet(lines), byHeading(lines, titleEnd), byTrial(lines)];
  return found.find((place) => place?.id) ?? found.find((place) => place) ?? null;
}

function byAddress(lines: readonly TextLine[]): Place | null {
  for (const [index, line] of lines.entries()) {
    const label = officeLabel.exec(plain(line.text))?.[0] ?? brokenLabel(lines, index);
    if (label === undefined) continue;
    const rest = [line.text.slice(label.length), ...addressAfter(lines, index)].filter(Boolean);
    const id = rest.map(courtAtStreet).find(Boolean) ?? rest.map(courtInAddress).find(Boolean);
    if (id || rest.length > 0)
      return { id: id ?? null, text: cut(rest.join(', '), longest), page: line.page };
  }
  return null;
}

/** "Address of", with "court office" on the line below and the address beside them. */
function brokenLabel(lines: readonly TextLine[], index: number): string | undefined {
  const text = plain(lines[index]?.text ?? '');
  const [label] = /^(?:address of(?: the)?|adresse du)\b/.exec(text) ?? [];
  const isBelow = lines
    .slice(index + 1, index + 4)
    .some((line) => /^(?:court|greffe|tribunal)\b/.test(plain(line.text)));
  return label !== undefined && isBelow ? label : undefined;
}

/** A place before its province or postal code, or alone. */
function courtInAddress(text: string): string | undefined {
  const before = /^(.*?)[,\s(]+(?:on|ont|ontario)\b/.exec(plain(text))?.[1];
  const inLine = before ?? plain(text).replace(/[a-z]\d[a-z] ?\d[a-z]\d.*$/, '');
  return courtNamed(inLine);
}

const mostLines = 6;

function addressAfter(lines: readonly TextLine[], index: number): string[] {
  const label = lines[index];
  const after: string[] = [];
  if (!label || /[a-z]\d[a-z] ?\d[a-z]\d/i.test(label.text)) return after;
  for (const line of lines.slice(index + 1, index + 1 + mostLines)) {
    const isFar = line.page === label.page && line.y - label.y > 130;
    if (
      isFar ||
      /^(?:and )?to\b ?:?|^(?:et )?a ?:|^(?:the )?claim$|^(?:la )?demande$|^1\s?[.)]/.test(plain(line.text))
    )
      break;
    after.push(line.text);
    if (/[a-z]\d[a-z] ?\d[a-z]\d/i.test(line.text)) break;
  }
  return after;
}

function byBacksheet(lines: readonly TextLine[]): Place | null {
  for (const [index, line] of lines.entries()) {
    const row = plain(rowFrom(lines, index));
    const match = commenced.exec(row);
    if (!match) continue;
    const rest = row.slice(match.index + match[0].length);
    const [next = '', ...more] = below(lines, index);
    const text = [rest, `${rest} ${next}`, ...more].find(courtNamed) ?? '';
    const id = courtNamed(text);
    if (id) return { id, text: cut(text, longest), page: line.page };
  }
  return null;
}

/** A line with what follows in its row: justified words may stand far apart. */
function rowFrom(lines: readonly TextLine[], index: number): string {
  const [line, ...rest] = lines.slice(index, index + 5);
  const row = rest.filter(({ page, y }) => page === line?.page && Math.abs(y - line.y) < 2);
  return [line, ...row].map((given) => given?.text).join(' ');
}

/** The texts of the two next lines of the same column. */
function below(lines: readonly TextLine[], index: number): string[] {
  const line = lines[index];
  if (!line) return [];
  return lines
    .slice(index + 1)
    .filter(({ page, x, end, y }) => page === line.page && y > line.y && x < line.end && end > line.x)
    .slice(0, 2)
    .map(({ text }) => text);
}

function byHeading(lines: readonly TextLine[], titleEnd: number): Place | null {
  for (const { text, page } of lines.slice(0, Math.min(titleEnd, 15))) {
    const given = plain(text);
    const office = /^([a-z. '-]{4,20}) superior court of justice/.exec(given)?.[1];
    const ofOffice = office ? courtNamed(office) : undefined;
    if (ofOffice) return { id: ofOffice, text: cut(text, longest), page };
    const region =
      /\(([a-z. -]+?)(?: region)?\)$/.exec(given)?.[1] ?? /^([a-z. -]+) region$/.exec(given)?.[1];
    const id = atPlace.test(given) || region ? courtNamed(region ?? given.replace(/[)\]]$/, '')) : undefined;
    if (id) return { id, text: cut(text, longest), page };
  }
  return null;
}

function byTrial(lines: readonly TextLine[]): Place | null {
  for (const [index, line] of lines.entries()) {
    if (!/tri(?:ed|al)|heard|held|instruction|proces/.test(plain(line.text))) continue;
    const passage = plain(
      lines
        .slice(index, index + 3)
        .map(({ text }) => text)
        .join(' '),
    );
    const match = trial.exec(passage);
    const text = (match?.[1] ?? match?.[2] ?? '').split(/, (?:in|dans|en) /)[0] ?? '';
    const id = text ? courtNamed(text.replace(/[, ]+(?:ontario|on)\b.*$/, '')) : undefined;
    if (id) return { id, text: cut(text, longest), page: line.page };
  }
  return null;
}
