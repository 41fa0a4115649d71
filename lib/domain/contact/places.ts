import type { Catalogue } from '@/lib/messages/catalogue';

/** ISO 3166-1 alpha-2 and Kosovo (XK), Canada and the United States first; names come from Intl.DisplayNames. */
export const COUNTRIES: readonly string[] = [
  'CA',
  'US',
  ...`AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
  MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU
  RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
  UA UG UM UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`.split(/\s+/),
];

/** A code that has a message. lib/messages/keys.test.ts compares the lists below with the messages. */
export type Province = keyof Catalogue['province'];

/**
 * Provinces and territories (Canada), states, District of Columbia, territories and the codes of military mail (USA);
 * messages `province.*`.
 */
const PROVINCES: Record<string, readonly Province[]> = {
  CA: 'AB BC MB NB NL NT NS NU ON PE QC SK YT'.split(' ') as Province[],
  US: `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR
  PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP`.split(/\s+/) as Province[],
};

/** The codes to choose from in a country; null if the province is free text and may be left out. */
export function provincesOf(country: string): readonly Province[] | null {
  return PROVINCES[country] ?? null;
}
