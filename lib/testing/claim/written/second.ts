import { type Said, type WrittenClaim, written } from '@/lib/testing/claim/written/written';

type Sides = [plaintiffs: string[], defendants: string[]];

/** Parties as `person NAME | capacity` or `organisation NAME | capacity`. */
const parties = ([plaintiffs, defendants]: Sides): Said['parties'] => [
  ...plaintiffs.map((text) => party('plaintiff', text)),
  ...defendants.map((text) => party('defendant', text)),
];

function party(role: 'plaintiff' | 'defendant', text: string): Said['parties'][number] {
  const [, kind = '', name = '', capacity] = /^(person|organisation) (.*?)(?: \| (.*))?$/.exec(text) ?? [];
  return [
    role,
    kind === 'person' ? 'person' : 'organisation',
    name,
    ...(capacity ? [capacity] : []),
  ] as Said['parties'][number];
}

type More = Partial<Omit<WrittenClaim, 'said'>> & { said?: Partial<Said> };
/** A claim of these sides, and what is found in them. */
export const claim = (
  name: string,
  [plaintiffs, defendants]: Sides,
  found: Sides,
  { said, ...more }: More = {},
) => written({ name, plaintiffs, defendants, ...more, said: { ...said, parties: parties(found) } });

const english: WrittenClaim[] = [
  claim(
    'and in capitals',
    [['SMITH AND SONS LTD.'], ['THE UNITED COUNTIES OF LEEDS AND GRENVILLE']],
    [['organisation SMITH AND SONS LTD.'], ['organisation THE UNITED COUNTIES OF LEEDS AND GRENVILLE']],
  ),
  claim(
    'law firm of three names',
    [['BARBARA NG'], ['ROE, DOE & SMITH LLP and WILLIAM T. DOE']],
    [['person BARBARA NG'], ['organisation ROE, DOE & SMITH LLP', 'person WILLIAM T. DOE']],
  ),
  claim(
    'minister and two people in capitals',
    [
      ['ALAN PARK AND HELEN PARK'],
      [
        'HIS MAJESTY THE KING IN RIGHT OF ONTARIO AS REPRESENTED BY THE MINISTER OF HEALTH AND LONG-TERM CARE',
      ],
    ],
    [
      ['person ALAN PARK', 'person HELEN PARK'],
      [
        'organisation HIS MAJESTY THE KING IN RIGHT OF ONTARIO | AS REPRESENTED BY THE MINISTER OF HEALTH AND LONG-TERM CARE',
      ],
    ],
  ),
  claim(
    'aliases in brackets and letters',
    [
      ['OMAR AL-RASHID (a.k.a. OMAR RASHID)'],
      [
        'WEI ZHANG o/a GOLDEN DRAGON RESTAURANT, 2468013 ONTARIO LIMITED c.o.b. as SPEEDY AUTO and JANE DOE #1',
      ],
    ],
    [
      ['person OMAR AL-RASHID | a.k.a. OMAR RASHID'],
      [
        'person WEI ZHANG | o/a GOLDEN DRAGON RESTAURANT',
        'organisation 2468013 ONTARIO LIMITED | c.o.b. as SPEEDY AUTO',
        'person JANE DOE #1',
      ],
    ],
  ),
  claim(
    'estate trustee who is a person',
    [
      ['LINDA MARTIN, Estate Trustee of the Estate of GEORGE MARTIN, deceased'],
      ['SUNRISE LONG TERM CARE INC.'],
    ],
    [
      ['person LINDA MARTIN | Estate Trustee of the Estate of GEORGE MARTIN, deceased'],
      ['organisation SUNRISE LONG TERM CARE INC.'],
    ],
  ),
  claim(
    'personally and as trustee',
    [
      ['HANNAH GREEN, personally and as Estate Trustee of the Estate of DAVID GREEN'],
      ['FIRST NATIONAL FINANCIAL GP CORPORATION', 'and', 'MICHAEL O’NEIL'],
    ],
    [
      ['person HANNAH GREEN | personally and as Estate Trustee of the Estate of DAVID GREEN'],
      ['organisation FIRST NATIONAL FINANCIAL GP CORPORATION', 'person MICHAEL O’NEIL'],
    ],
  ),
  claim(
    'first nation and school board',
    [
      ['CHIPPEWAS OF THE THAMES FIRST NATION'],
      [
        'THAMES VALLEY DISTRICT SCHOOL BOARD, CHILDREN’S AID SOCIETY OF OXFORD COUNTY',
        'and THE ATTORNEY GENERAL OF CANADA',
      ],
    ],
    [
      ['organisation CHIPPEWAS OF THE THAMES FIRST NATION'],
      [
        'organisation THAMES VALLEY DISTRICT SCHOOL BOARD',
        'organisation CHILDREN’S AID SOCIETY OF OXFORD COUNTY',
        'organisation THE ATTORNEY GENERAL OF CANADA',
      ],
    ],
    {
      office: ['415 Hunter Street', 'Woodstock, Ontario N4S 4G9'],
      backsheet: 'WOODSTOCK',
      said: { court: 'Woodstock' },
    },
  ),
  claim(
    'professional corporation',
    [
      ['ANGELA ROSSI and MARIO ROSSI'],
      [
        'DR. S. PATEL MEDICINE PROFESSIONAL CORPORATION, DR. SUNIL PATEL, and',
        'THE OTTAWA HOSPITAL/L’HÔPITAL D’OTTAWA',
      ],
    ],
    [
      ['person ANGELA ROSSI', 'person MARIO ROSSI'],
      [
        'organisation DR. S. PATEL MEDICINE PROFESSIONAL CORPORATION',
        'person DR. SUNIL PATEL',
        'organisation THE OTTAWA HOSPITAL/L’HÔPITAL D’OTTAWA',
      ],
    ],
    {
      office: ['161 Elgin Street, 2nd Floor', 'Ottawa ON K2P 2K1'],
      backsheet: 'OTTAWA',
      said: { court: 'Ottawa' },
    },
  ),
  claim(
    'three minors by one guardian',
    [
      [
        'AVA CLARK, a minor by her litigation guardian TARA CLARK, NOAH CLARK, a minor by his litigation guardian TARA CLARK, and TARA CLARK',
      ],
      ['CITY OF HAMILTON'],
    ],
    [
      [
        'person AVA CLARK | a minor by her litigation guardian TARA CLARK',
        'person NOAH CLARK | a minor by his litigation guardian TARA CLARK',
        'person TARA CLARK',
      ],
      ['organisation CITY OF HAMILTON'],
    ],
    {
      office: ['John Sopinka Court House', '45 Main Street East', 'Hamilton, ON L8N 2B7'],
      backsheet: 'HAMILTON',
      said: { court: 'Hamilton' },
    },
  ),
  claim(
    'surname first with semicolons',
    [['NGUYEN, THI MAI; NGUYEN, VAN BINH'], ['BELL CANADA; ROGERS COMMUNICATIONS CANADA INC.']],
    [
      ['person NGUYEN, THI MAI', 'person NGUYEN, VAN BINH'],
      ['organisation BELL CANADA', 'organisation ROGERS COMMUNICATIONS CANADA INC.'],
    ],
  ),
  claim(
    'long wrapped list',
    [
      [
        'EXCALIBUR DEVELOPMENTS (2010) INC., MARGARET ELIZABETH THORNTON-WHITE, CHRISTOPHER ALEXANDER MACGREGOR III and THE TRUSTEES OF THE CENTRAL ONTARIO CARPENTERS PENSION FUND',
      ],
      ['KPMG LLP, THE BANK OF NOVA SCOTIA, INTACT INSURANCE COMPANY and UNKNOWN PERSONS'],
    ],
    [
      [
        'organisation EXCALIBUR DEVELOPMENTS (2010) INC.',
        'person MARGARET ELIZABETH THORNTON-WHITE',
        'person CHRISTOPHER ALEXANDER MACGREGOR III',
        'organisation THE TRUSTEES OF THE CENTRAL ONTARIO CARPENTERS PENSION FUND',
      ],
      [
        'organisation KPMG LLP',
        'organisation THE BANK OF NOVA SCOTIA',
        'organisation INTACT INSURANCE COMPANY',
        'person UNKNOWN PERSONS',
      ],
    ],
    { marks: ['Plaintiffs', 'Defendants'] },
  ),
  claim(
    'mixed case with lower-case and',
    [
      ['Fatima Hassan and Yusuf Hassan, carrying on business as Hassan and Sons Catering'],
      ['Smith and Jones Contracting Ltd. and Douglas Smith'],
    ],
    [
      ['person Fatima Hassan', 'person Yusuf Hassan | carrying on business as Hassan and Sons Catering'],
      ['organisation Smith and Jones Contracting Ltd.', 'person Douglas Smith'],
    ],
    {
      marks: ['Plaintiff(s)', 'Defendant(s)'],
      relief: [
        'The Plaintiffs claim against the Defendants:',
        '(a) $1.25 million for negligence;',
        '(b) $50,000 for punitive damages; and',
        '(c) costs of $75,000.',
      ],
      said: { amount: 1_250_000 },
    },
  ),
  claim(
    'one a line with vertical gaps and a counterclaim mark',
    [['GRAHAM WELLS'], ['LAKESHORE MARINA INC.', 'THOMAS ANDREW BEECH', 'REGIONAL MUNICIPALITY OF DURHAM']],
    [
      ['person GRAHAM WELLS'],
      [
        'organisation LAKESHORE MARINA INC.',
        'person THOMAS ANDREW BEECH',
        'organisation REGIONAL MUNICIPALITY OF DURHAM',
      ],
    ],
    {
      marks: ['Plaintiff (Defendant by Counterclaim)', 'Defendants (Plaintiffs by Counterclaim)'],
      office: ['150 Bond Street East', 'Oshawa, Ontario', 'L1G 0A2'],
      backsheet: 'OSHAWA',
      said: { court: 'Oshawa' },
    },
  ),
  claim(
    'party under disability',
    [
      ['EDWARD STONE, a party under disability, by his litigation guardian, THE PUBLIC GUARDIAN AND TRUSTEE'],
      ['AVIVA INSURANCE COMPANY OF CANADA'],
    ],
    [
      [
        'person EDWARD STONE | a party under disability, by his litigation guardian, THE PUBLIC GUARDIAN AND TRUSTEE',
      ],
      ['organisation AVIVA INSURANCE COMPANY OF CANADA'],
    ],
  ),
  claim(
    'numbered company alone, simplified and place of trial only',
    [['2718281 ONTARIO INC.'], ['PETER VAN DER MEER']],
    [['organisation 2718281 ONTARIO INC.'], ['person PETER VAN DER MEER']],
    { office: [], backsheet: null, trial: 'Barrie', said: { simplified: true, court: 'Barrie' } },
  ),
  claim(
    'backsheet names the place',
    [['IRENE KOVACS'], ['TD INSURANCE MELOCHE MONNEX, OWNED BY SECURITY NATIONAL INSURANCE COMPANY']],
    [
      ['person IRENE KOVACS'],
      ['organisation TD INSURANCE MELOCHE MONNEX | OWNED BY SECURITY NATIONAL INSURANCE COMPANY'],
    ],
    { office: [], backsheet: 'ST. CATHARINES', trial: 'Welland', said: { court: 'St. Catharines' } },
  ),
  claim(
    'amounts in words',
    [['LEONARD COLE'], ['SWIFT LOGISTICS LLC']],
    [['person LEONARD COLE'], ['organisation SWIFT LOGISTICS LLC']],
    {
      relief: [
        'The Plaintiff claims against the Defendant for:',
        'a) Damages for wrongful dismissal in the sum of Three Hundred and Twenty-Five Thousand Dollars ($325,000.00);',
        'b) Damages of $4,200 per month until trial;',
        'c) Costs of this action on a full indemnity basis, in the sum of $400,000;',
      ],
      office: ['426 Queen Street East', 'Sault Ste. Marie, Ontario P6A 1Z7'],
      backsheet: 'SAULT STE. MARIE',
      said: { amount: 325_000, court: 'Sault Ste. Marie' },
    },
  ),
  claim(
    'unspecified damages',
    [['RUTH ADLER'], ['CANADA POST CORPORATION']],
    [['person RUTH ADLER'], ['organisation CANADA POST CORPORATION']],
    {
      relief: [
        'The plaintiff claims:',
        '(a) damages in an amount to be provided before trial;',
        '(b) costs of $5,000.',
      ],
      said: { amount: null },
    },
  ),
  claim(
    'mortgage of two lenders',
    [
      ['CAISSE DESJARDINS ONTARIO CREDIT UNION INC. and SAMUEL BLOOM IN TRUST'],
      ['GURPREET SINGH DHILLON also known as GURPREET DHILLON and HARJIT KAUR'],
    ],
    [
      ['organisation CAISSE DESJARDINS ONTARIO CREDIT UNION INC.', 'person SAMUEL BLOOM | IN TRUST'],
      ['person GURPREET SINGH DHILLON | also known as GURPREET DHILLON', 'person HARJIT KAUR'],
    ],
    {
      office: ['85 Frederick Street', 'Kitchener ON', 'N2H 0A7'],
      backsheet: 'KITCHENER',
      said: { form: '14B', court: 'Kitchener' },
    },
  ),
  claim(
    'notice of action with a list',
    [
      ['NADIA PETROV, BORIS PETROV and IVAN PETROV by his litigation guardian NADIA PETROV'],
      ['THE CORPORATION OF THE TOWN OF GREATER NAPANEE, HYDRO ONE NETWORKS INC. and JOHN DOE'],
    ],
    [
      [
        'person NADIA PETROV',
        'person BORIS PETROV',
        'person IVAN PETROV | by his litigation guardian NADIA PETROV',
      ],
      [
        'organisation THE CORPORATION OF THE TOWN OF GREATER NAPANEE',
        'organisation HYDRO ONE NETWORKS INC.',
        'person JOHN DOE',
      ],
    ],
    {
      office: ['41 Dundas Street West', 'Napanee, Ontario K7R 1Z5'],
      backsheet: 'NAPANEE',
      relief: ['The plaintiffs’ claim is for damages of $2,000,000 for personal injuries.'],
      said: { form: '14C', court: 'Napanee', amount: 2_000_000 },
    },
  ),
  claim(
    'after a notice of action in Thunder Bay',
    [['FORT WILLIAM FIRST NATION and CHRISTINE BEAR'], ['CANADIAN NATIONAL RAILWAY COMPANY']],
    [
      ['organisation FORT WILLIAM FIRST NATION', 'person CHRISTINE BEAR'],
      ['organisation CANADIAN NATIONAL RAILWAY COMPANY'],
    ],
    {
      backsheet: 'THUNDER BAY',
      fileNumber: 'CV-25-00000456-0000',
      said: { form: '14D', court: 'Thunder Bay' },
    },
  ),
  claim(
    'trust, partnership and condominium',
    [
      ['RIOCAN REAL ESTATE INVESTMENT TRUST', 'and', 'KINGSETT REAL ESTATE GROWTH LP NO. 5'],
      [
        'PEEL CONDOMINIUM CORPORATION NO. 98, CROSSBRIDGE CONDOMINIUM SERVICES LTD.',
        'and ANNA-MARIA D’SOUZA',
      ],
    ],
    [
      [
        'organisation RIOCAN REAL ESTATE INVESTMENT TRUST',
        'organisation KINGSETT REAL ESTATE GROWTH LP NO. 5',
      ],
      [
        'organisation PEEL CONDOMINIUM CORPORATION NO. 98',
        'organisation CROSSBRIDGE CONDOMINIUM SERVICES LTD.',
        'person ANNA-MARIA D’SOUZA',
      ],
    ],
    {
      office: ['7755 Hurontario Street', 'Brampton ON L6W 4T1'],
      backsheet: 'Brampton',
      said: { court: 'Brampton' },
    },
  ),
];

const french: WrittenClaim[] = [
  claim(
    'French, several plaintiffs',
    [
      ['MARIE-CLAUDE LAVOIE, RÉAL LAVOIE et 9876-5432 QUÉBEC INC.'],
      ['ASSURANCES GÉNÉRALES MOLIÈRE INC. et SYLVIE DE LA DURANTAYE'],
    ],
    [
      ['person MARIE-CLAUDE LAVOIE', 'person RÉAL LAVOIE', 'organisation 9876-5432 QUÉBEC INC.'],
      ['organisation ASSURANCES GÉNÉRALES MOLIÈRE INC.', 'person SYLVIE DE LA DURANTAYE'],
    ],
    { marks: ['demandeurs', 'défenderesses'], said: { language: 'french' } },
  ),
  claim(
    'French, alias and trade name',
    [
      ['JACQUES THÉRIAULT, alias JACK THERIAULT'],
      [
        'GUY BÉLANGER, exploitant une entreprise sous le nom de GARAGE BÉLANGER, et TRANSPORTS BÉLANGER & FILS LTÉE',
      ],
    ],
    [
      ['person JACQUES THÉRIAULT | alias JACK THERIAULT'],
      [
        'person GUY BÉLANGER | exploitant une entreprise sous le nom de GARAGE BÉLANGER',
        'organisation TRANSPORTS BÉLANGER & FILS LTÉE',
      ],
    ],
    {
      office: ['155, rue Elm', 'Sudbury (Ontario) P3C 1T9'],
      backsheet: 'SUDBURY',
      said: { language: 'french', court: 'Sudbury' },
    },
  ),
  claim(
    'French, tutor',
    [
      ['SAMUEL GAGNON, mineur, par son tuteur à l’instance, PIERRE GAGNON, et PIERRE GAGNON personnellement'],
      ['HÔPITAL MONTFORT et DRE ISABELLE CHÉNIER'],
    ],
    [
      [
        'person SAMUEL GAGNON | mineur, par son tuteur à l’instance, PIERRE GAGNON',
        'person PIERRE GAGNON | personnellement',
      ],
      ['organisation HÔPITAL MONTFORT', 'person DRE ISABELLE CHÉNIER'],
    ],
    { marks: ['demandeurs', 'défendeurs'], said: { language: 'french' } },
  ),
  claim(
    'French, mixed case and simplified',
    [['Chantal St-Onge'], ['Services immobiliers Outaouais s.e.n.c.r.l.', 'Municipalité de La Nation']],
    [
      ['person Chantal St-Onge'],
      ['organisation Services immobiliers Outaouais s.e.n.c.r.l.', 'organisation Municipalité de La Nation'],
    ],
    {
      marks: ['demanderesse', 'défenderesses'],
      office: ['59, rue Court', 'L’Orignal (Ontario) K0B 1K0'],
      backsheet: 'L’ORIGNAL',
      relief: [
        'La demanderesse réclame des défenderesses :',
        'a) 1,5 million de dollars en dommages-intérêts;',
        'b) les dépens de 25 000 $.',
      ],
      said: { language: 'french', court: 'L’Orignal', simplified: true, amount: 1_500_000 },
    },
  ),
  claim(
    'French mortgage',
    [['BANQUE NATIONALE DU CANADA'], ['MÉLANIE TRUDEL-ROY']],
    [['organisation BANQUE NATIONALE DU CANADA'], ['person MÉLANIE TRUDEL-ROY']],
    {
      marks: ['demanderesse', 'défenderesse'],
      relief: [
        'La demanderesse demande :',
        'a) le paiement de la somme de 412 345,67 $ due aux termes de l’hypothèque;',
        'b) la forclusion du droit de rachat.',
      ],
      said: { language: 'french', form: '14B', amount: 412_345.67 },
    },
  ),
  claim(
    'French after a notice of action',
    [
      ['ASSOCIATION CANADIENNE-FRANÇAISE DE L’ONTARIO'],
      ['SA MAJESTÉ LE ROI DU CHEF DE L’ONTARIO et PROCUREUR GÉNÉRAL DU CANADA'],
    ],
    [
      ['organisation ASSOCIATION CANADIENNE-FRANÇAISE DE L’ONTARIO'],
      ['organisation SA MAJESTÉ LE ROI DU CHEF DE L’ONTARIO', 'organisation PROCUREUR GÉNÉRAL DU CANADA'],
    ],
    {
      marks: ['demanderesse', 'défendeurs'],
      backsheet: 'Toronto',
      said: { language: 'french', form: '14D', court: 'Toronto' },
    },
  ),
  claim(
    'French in London',
    [
      ['DENISE VAN DEN BROECK'],
      [
        'CONSEIL SCOLAIRE VIAMONDE, L’ÉGLISE SAINT-JEAN-BAPTISTE et MARC LE BLANC, en sa qualité de directeur',
      ],
    ],
    [
      ['person DENISE VAN DEN BROECK'],
      [
        'organisation CONSEIL SCOLAIRE VIAMONDE',
        'organisation L’ÉGLISE SAINT-JEAN-BAPTISTE',
        'person MARC LE BLANC | en sa qualité de directeur',
      ],
    ],
    {
      marks: ['demanderesse', 'défendeurs'],
      office: ['80, rue Dundas', 'London (Ontario) N6A 6A3'],
      backsheet: 'LONDON',
      said: { language: 'french', court: 'London' },
    },
  ),
];

/** Written after the reader, and not seen when it was made. */
export const secondClaims: WrittenClaim[] = [...english, ...french];
