import { claim } from '@/lib/testing/claim/written/second';
import type { WrittenClaim } from '@/lib/testing/claim/written/written';

/** Written when the reader read all others. */
export const thirdClaims: WrittenClaim[] = [
  claim(
    'insurer and driver',
    [['SUKHDEEP KAUR BRAR'], ['ALLSTATE INSURANCE COMPANY OF CANADA and the unidentified driver JOHN DOE']],
    [['person SUKHDEEP KAUR BRAR'], ['organisation ALLSTATE INSURANCE COMPANY OF CANADA', 'person JOHN DOE']],
  ),
  claim(
    'three brothers',
    [['ANTONIO FERRARI, MARCO FERRARI and LUIGI FERRARI'], ['FERRARI BROS. MASONRY LTD.']],
    [
      ['person ANTONIO FERRARI', 'person MARCO FERRARI', 'person LUIGI FERRARI'],
      ['organisation FERRARI BROS. MASONRY LTD.'],
    ],
  ),
  claim(
    'university and professor',
    [['AMINA OKAFOR'], ['THE GOVERNING COUNCIL OF THE UNIVERSITY OF TORONTO and PROFESSOR HENRY WALSH']],
    [
      ['person AMINA OKAFOR'],
      ['organisation THE GOVERNING COUNCIL OF THE UNIVERSITY OF TORONTO', 'person PROFESSOR HENRY WALSH'],
    ],
  ),
  claim(
    'partnership of firms',
    [['GREENFIELD SOUTH POWER CORPORATION'], ['ENBRIDGE GAS DISTRIBUTION INC. and ONTARIO POWER AUTHORITY']],
    [
      ['organisation GREENFIELD SOUTH POWER CORPORATION'],
      ['organisation ENBRIDGE GAS DISTRIBUTION INC.', 'organisation ONTARIO POWER AUTHORITY'],
    ],
    { office: ['74 Woolwich Street', 'Guelph, ON N1H 3T9'], backsheet: 'GUELPH', said: { court: 'Guelph' } },
  ),
  claim(
    'trustee in bankruptcy',
    [['MNP LTD., in its capacity as Trustee in Bankruptcy of ORBIT FOODS INC.'], ['VIKTOR HRYNIUK']],
    [
      ['organisation MNP LTD. | in its capacity as Trustee in Bankruptcy of ORBIT FOODS INC.'],
      ['person VIKTOR HRYNIUK'],
    ],
  ),
  claim(
    'division of a company',
    [['TERESA GALLO'], ['LOBLAWS INC. c.o.b. as REAL CANADIAN SUPERSTORE and SHAWN PRICE']],
    [
      ['person TERESA GALLO'],
      ['organisation LOBLAWS INC. | c.o.b. as REAL CANADIAN SUPERSTORE', 'person SHAWN PRICE'],
    ],
  ),
  claim(
    'hospital foundation',
    [['WINDSOR REGIONAL HOSPITAL FOUNDATION'], ['MR. CLIVE BARROW, MRS. EDNA BARROW']],
    [
      ['organisation WINDSOR REGIONAL HOSPITAL FOUNDATION'],
      ['person MR. CLIVE BARROW', 'person MRS. EDNA BARROW'],
    ],
    { office: ['245 Windsor Ave', 'Windsor ON N9A 1J2'], backsheet: 'Windsor', said: { court: 'Windsor' } },
  ),
  claim(
    'formerly known as',
    [['BRIGHTLINE MEDIA CORP. (formerly known as OLDLINE PRESS LTD.)'], ['SOFIA ANDERSSON (née LINDQVIST)']],
    [
      ['organisation BRIGHTLINE MEDIA CORP. | formerly known as OLDLINE PRESS LTD.'],
      ['person SOFIA ANDERSSON | née LINDQVIST'],
    ],
  ),
  claim(
    'next of kin',
    [
      ['GRACE MENSAH, DANIEL MENSAH and ESTHER MENSAH, by her litigation guardian GRACE MENSAH'],
      ['NIAGARA HEALTH SYSTEM'],
    ],
    [
      [
        'person GRACE MENSAH',
        'person DANIEL MENSAH',
        'person ESTHER MENSAH | by her litigation guardian GRACE MENSAH',
      ],
      ['organisation NIAGARA HEALTH SYSTEM'],
    ],
    {
      office: ['102 East Main Street', 'Welland, Ontario L3B 3W6'],
      backsheet: 'WELLAND',
      said: { court: 'Welland' },
    },
  ),
  claim(
    'numbered company in the middle',
    [['OLIVER STONE'], ['ADAM PAGE, 2500000 ONTARIO INC., BRENDA PAGE and 2500001 ONTARIO INC.']],
    [
      ['person OLIVER STONE'],
      [
        'person ADAM PAGE',
        'organisation 2500000 ONTARIO INC.',
        'person BRENDA PAGE',
        'organisation 2500001 ONTARIO INC.',
      ],
    ],
    {
      relief: [
        'The Plaintiff claims:',
        '(a) Payment of $88,412.55;',
        '(b) Pre-judgment interest at 12% per annum;',
        '(c) Costs.',
      ],
      said: { amount: 88_412.55, simplified: true },
    },
  ),
  claim(
    'church and bishop',
    [
      ['A.B. (a pseudonym)'],
      ['THE ROMAN CATHOLIC EPISCOPAL CORPORATION FOR THE DIOCESE OF TORONTO, IN CANADA and FATHER LEO BYRNE'],
    ],
    [
      ['person A.B. | a pseudonym'],
      [
        'organisation THE ROMAN CATHOLIC EPISCOPAL CORPORATION FOR THE DIOCESE OF TORONTO, IN CANADA',
        'person FATHER LEO BYRNE',
      ],
    ],
  ),
  claim(
    'mixed case with particles',
    [
      ['Ludwig von Drake and Anna de Groot'],
      ["Sean O'Malley, Pieter ten Hove and Hassan ibn Said Trading Co."],
    ],
    [
      ['person Ludwig von Drake', 'person Anna de Groot'],
      ["person Sean O'Malley", 'person Pieter ten Hove', 'organisation Hassan ibn Said Trading Co.'],
    ],
  ),
  claim(
    'First Nation chief',
    [
      ['CHIEF ALLAN ADAM on his own behalf and on behalf of all members of GRASSY NARROWS FIRST NATION'],
      ['HIS MAJESTY THE KING IN RIGHT OF CANADA'],
    ],
    [
      [
        'person CHIEF ALLAN ADAM | on his own behalf and on behalf of all members of GRASSY NARROWS FIRST NATION',
      ],
      ['organisation HIS MAJESTY THE KING IN RIGHT OF CANADA'],
    ],
    {
      office: ['216 Water Street', 'Kenora, Ontario P9N 1S4'],
      backsheet: 'KENORA',
      said: { court: 'Kenora' },
    },
  ),
  claim(
    'guarantors of a lease',
    [
      ['OXFORD PROPERTIES RETAIL HOLDINGS II INC.'],
      ['TASTY TREATS LTD., XIAO MING LI, also known as MICHAEL LI, and YAN WU'],
    ],
    [
      ['organisation OXFORD PROPERTIES RETAIL HOLDINGS II INC.'],
      ['organisation TASTY TREATS LTD.', 'person XIAO MING LI | also known as MICHAEL LI', 'person YAN WU'],
    ],
  ),
  claim(
    'French, school and teacher',
    [
      ['CAROLINE BOUCHARD, en son nom personnel et à titre de tutrice à l’instance de ZOÉ BOUCHARD'],
      ['LE CONSEIL DES ÉCOLES PUBLIQUES DE L’EST DE L’ONTARIO et BENOÎT LEMIEUX'],
    ],
    [
      ['person CAROLINE BOUCHARD | en son nom personnel et à titre de tutrice à l’instance de ZOÉ BOUCHARD'],
      ['organisation LE CONSEIL DES ÉCOLES PUBLIQUES DE L’EST DE L’ONTARIO', 'person BENOÎT LEMIEUX'],
    ],
    { marks: ['demanderesse', 'défendeurs'], said: { language: 'french' } },
  ),
  claim(
    'French, law firm',
    [['GISÈLE FONTAINE'], ['GAGNON, ROY ET ASSOCIÉS S.R.L. et ME PAUL GAGNON']],
    [['person GISÈLE FONTAINE'], ['organisation GAGNON, ROY ET ASSOCIÉS S.R.L.', 'person ME PAUL GAGNON']],
    { marks: ['demanderesse', 'défendeurs'], said: { language: 'french' } },
  ),
  claim(
    'French, credit union',
    [
      ['CAISSE POPULAIRE ALLIANCE LIMITÉE'],
      ['LES FERMES BEAULIEU & FILS INC., HENRI BEAULIEU et LISE BEAULIEU'],
    ],
    [
      ['organisation CAISSE POPULAIRE ALLIANCE LIMITÉE'],
      ['organisation LES FERMES BEAULIEU & FILS INC.', 'person HENRI BEAULIEU', 'person LISE BEAULIEU'],
    ],
    {
      marks: ['demanderesse', 'défendeurs'],
      office: ['38, rue Pine Nord', 'Timmins (Ontario) P4N 6K6'],
      backsheet: 'TIMMINS',
      said: { language: 'french', court: 'Timmins' },
    },
  ),
  claim(
    'French, heirs',
    [['LES HÉRITIERS DE FEU LÉON CYR et MONIQUE CYR'], ['COMPAGNIE D’ASSURANCE-VIE MANUFACTURERS']],
    [
      ['organisation LES HÉRITIERS DE FEU LÉON CYR', 'person MONIQUE CYR'],
      ['organisation COMPAGNIE D’ASSURANCE-VIE MANUFACTURERS'],
    ],
    { marks: ['demandeurs', 'défenderesse'], said: { language: 'french' } },
  ),
  claim(
    'transit and union',
    [
      ['GLENN FOSTER'],
      ['TORONTO TRANSIT COMMISSION, AMALGAMATED TRANSIT UNION, LOCAL 113 and CARLOS SANTOS'],
    ],
    [
      ['person GLENN FOSTER'],
      [
        'organisation TORONTO TRANSIT COMMISSION',
        'organisation AMALGAMATED TRANSIT UNION, LOCAL 113',
        'person CARLOS SANTOS',
      ],
    ],
  ),
];
