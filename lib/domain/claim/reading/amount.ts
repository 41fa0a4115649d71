import type { TextLine } from '@/lib/domain/claim/reading/line';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import { plain } from '@/lib/domain/claim/reading/text';

type Amount = NonNullable<ClaimReading['amount']>;

const begins =
  /(?:the )?plaintiffs?(?:, [^,]{2,60},)?(?: hereby)?(?: jointly| also)? (?:claims?|seeks?|demands?)\b|plaintiffs?(?:'s|'|s')? claims? (?:is|are) for|(?:the )?claim(?: made)? is for|(?:le|la|les) demande(?:ur|resse)s? (?:reclame|demande|sollicite|requiert|cherche)|la demande (?:porte|vise|est)/;
/** The paragraph ends with the next one, or where the facts begin. */
const ends =
  /^(?:2|ii)\s?[.)]\s|^(?:the )?parties$|^les parties$|^(?:overview|background|facts|les faits|the facts|apercu)$/;

const mostLines = 120;

/** The largest principal amount of the first paragraph of the claim, in Canadian dollars, without costs and interest. */
export function amountOf(lines: readonly TextLine[], from: number): Amount | null {
  const start = lines.findIndex(({ text }, i) => i >= from && isStart(lines, i, plain(text)));
  if (start < 0) return null;
  const rest = lines.slice(start, start + mostLines);
  const end = rest.findIndex(({ text }, i) => i > 0 && ends.test(plain(text)));
  const heads = headsOf(rest.slice(0, end < 0 ? rest.length : end));
  const found = heads.flatMap(({ text, page }) => amountsIn(text).map((cents) => ({ cents, page })));
  return found.toSorted((a, b) => b.cents - a.cents)[0] ?? null;
}

/** The paragraph begins a line; the printed notice speaks of the plaintiff's claim in its sentences. */
function isStart(lines: readonly TextLine[], index: number, text: string): boolean {
  const sentence = text.replace(/^(?:1|i|\(1\)|\[1\])\s?[.)]?\s*/, '');
  const at = begins.exec(sentence)?.index;
  if (at !== undefined && at <= 4) return true;
  const next = plain(lines[index + 1]?.text ?? '');
  return /^1\s?[.)]?$/.test(text) && (begins.exec(next)?.index ?? 9) <= 4;
}

type Head = { text: string; page: number };

/** The heads of a claim: (a), (b) and so on, each with the lines that follow it. */
function headsOf(lines: readonly TextLine[]): Head[] {
  const heads: Head[] = [];
  for (const { text, page } of lines) {
    const last = heads.at(-1);
    if (last && !/^\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})[.)]\s?/i.test(text) && !/^[•·▪-]\s/.test(text))
      last.text += ` ${text}`;
    else heads.push({ text, page });
  }
  return heads.flatMap(({ text, page }) =>
    text.split(/;\s+|(?<=\s)(?=\((?:[a-h]|[ivx]{1,4})\)\s)/).map((part) => ({ text: part, page })),
  );
}

const number = '(\\d{1,3}(?:[ ,.\\u202f]\\d{3})+(?:[.,]\\d{2})?|\\d+(?:[.,]\\d{1,2})?)';
const scale = '(?:\\s?(million|billion|milliard|m\\b|k\\b)s?)?';
const amount = new RegExp(
  `(us|usd|u\\.s\\.|eur|gbp)?\\s?\\$\\s?${number}${scale}(?!\\d)(?:\\s?(usd|u\\.s|us\\b))?|(?<![\\d$.,])${number}${scale}(?: de)?\\s?(?:\\$|dollars)\\s?(us\\b|usd|americains)?`,
  'g',
);

/** Words of a head that claims costs or interest, or that bounds what is claimed. */
const costs = /\b(?:costs?|depens|disbursements?|debours)\b/;
const principal = /\b(?:damages?|dommages?|debt|dette|payment of|paiement de|loss|perte|judgment|indemnit)/;
const rates =
  /^\s?(?:,? ?(?:per|par|a|each|chaque) (?:day|month|year|week|annum|hour|jour|mois|annee|an|heure|semaine)\b|\/(?:mo|yr|day|month|year|mois|an)|mensuel|monthly)/;
const bounds =
  /(?:exceed(?:s|ing)?|limit of|maximum of|threshold of|less than|inferieure? a|ne depass\w+ pas|plafond de)\s*$/;

/** What something cost the plaintiff is a loss, not the costs of the action. */
const expenses =
  /\bcosts? (?:of|to|for)(?! (?:\$|\d|this|these|the (?:within |said )?(?:action|proceeding|application|suit)|suit|action|his|her|its|their)\b)|\b(?:care|repair|medical|replacement|remediation|treatment|moving|rehabilitation|future|past|increased|additional|construction|completion|carrying|funeral|legal defence|storage|towing) costs?\b/g;
const withoutExpenses = (text: string) => text.replace(expenses, 'loss of');

function amountsIn(text: string): number[] {
  const given = withoutExpenses(plain(text));
  if (costs.test(given) && !principal.test(given.replace(/indemnity (?:basis|scale)/g, ''))) return [];
  return [...given.matchAll(amount)].flatMap((match) => {
    const before = given.slice(0, match.index);
    const after = given.slice(match.index + match[0].length);
    const isForeign = Boolean(match[1] ?? match[4] ?? match[7]);
    const isCosts =
      /\bcosts?\b[^.$]{0,60}$|\bdepens\b[^.$]{0,60}$/.test(before) ||
      /^[^.$,;]{0,20}\b(?:for costs|(?:in|of) costs|de depens|pour les depens)/.test(after);
    if (isForeign || isCosts || rates.test(after) || bounds.test(before)) return [];
    const cents = centsOf(match[2] ?? match[5] ?? '', match[3] ?? match[6]);
    return cents > 0 && Number.isSafeInteger(cents) ? [cents] : [];
  });
}

const scales: Record<string, number> = { million: 1e6, m: 1e6, billion: 1e9, milliard: 1e9, k: 1e3 };

function centsOf(digits: string, unit: string | undefined): number {
  const grouped = unit
    ? digits.replace(',', '.')
    : digits.replace(/[ ,.\u202f](?=\d{3}(?!\d))/g, '').replace(',', '.');
  return Math.round(Number(grouped) * (unit ? (scales[unit] ?? 1) : 1) * 100);
}
