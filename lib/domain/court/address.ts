import type { Locale } from 'next-intl';

/** The generic words of a street, which stand before its name in French (Canada Post's addressing guidelines). */
const generics: Record<string, string> = {
  St: 'rue',
  Ave: 'avenue',
  Dr: 'promenade',
  Rd: 'chemin',
  Blvd: 'boulevard',
};
const directions: Record<string, string> = {
  N: 'Nord',
  'N.': 'Nord',
  S: 'Sud',
  E: 'Est',
  East: 'Est',
  W: 'Ouest',
};
const line =
  /^(?<number>\d+[A-Z]?) (?:(?<before>N\.|East) )?(?<name>.+?) (?<generic>St|Ave|Dr|Rd|Blvd)(?: (?<after>[NSEW]))?(?:, (?<inside>[^,]+))?, (?<city>[^,]+), ON (?<code>\w{3} \w{3})$/;
const ordinal = /^(\d+)(?:st|nd|rd|th)$/;

/** « 9e Avenue » for "9th Ave", « rue Elgin » for "Elgin St". */
function streetInFrench(name: string, generic: string): string {
  const french = generics[generic] ?? generic;
  const n = ordinal.exec(name)?.[1];
  return n ? `${n}e ${french.replace(/^./, (first) => first.toUpperCase())}` : `${french} ${name}`;
}

const insideInFrench = (inside: string) =>
  inside.replace(/^(\d+)(?:st|nd|rd|th) Floor$/, '$1e étage').replace(/^Suite /, 'bureau ');

/**
 * The address of a court office as the reader's language writes it: "161 Elgin St, 2nd Floor, Ottawa, ON K2P 2K1",
 * « 161, rue Elgin, 2e étage, Ottawa (Ontario) K2P 2K1 ». An address that is written in another way stays as it is.
 */
export function courtAddress(address: string, locale: Locale): string {
  const parts = locale === 'fr' ? line.exec(address)?.groups : undefined;
  if (!parts) return address;
  const { number, before = '', name = '', generic = '', after = '', inside, city, code } = parts;
  const direction = directions[before || after];
  const street = [streetInFrench(name, generic), direction].filter(Boolean).join(' ');
  const floor = inside ? [insideInFrench(inside)] : [];
  return [`${number}`, street, ...floor, `${city} (Ontario) ${code}`].join(', ');
}

/** A court office on two lines: its municipality, then its address. */
export const courtLines = (court: { municipality: string; address: string }, locale: Locale): string =>
  `${court.municipality}\n${courtAddress(court.address, locale)}`;
