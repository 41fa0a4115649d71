import { claim } from '@/lib/testing/claim/written/second';
import type { WrittenClaim } from '@/lib/testing/claim/written/written';

/** Written after the reader read the fourth set. */
export const fifthClaims: WrittenClaim[] = [
  claim(
    'slip and fall, one name a line with commas',
    [
      ['GIUSEPPINA LO PRESTI,', 'VINCENZO LO PRESTI and', 'ROSA MARIA LO PRESTI'],
      ['FIRST CAPITAL (MEADOWVALE) CORPORATION,', 'METRO ONTARIO INC. and', 'SNOWBIRD MAINTENANCE LTD.'],
    ],
    [
      ['person GIUSEPPINA LO PRESTI', 'person VINCENZO LO PRESTI', 'person ROSA MARIA LO PRESTI'],
      [
        'organisation FIRST CAPITAL (MEADOWVALE) CORPORATION',
        'organisation METRO ONTARIO INC.',
        'organisation SNOWBIRD MAINTENANCE LTD.',
      ],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      printed: { between: 'B E T W E E N:', and: '- and –', head: ['ONTARIO', 'Superior Court of Justice'] },
      relief: [
        'THE PLAINTIFFS CLAIM:',
        '(i) general damages in the amount of $300,000.00 for the Plaintiff, Giuseppina Lo Presti;',
        '(ii) special damages in the amount of $150,000.00;',
        '(iii) costs on a substantial indemnity basis, together with H.S.T. payable pursuant to the Excise Tax Act.',
      ],
      said: { amount: 300_000 },
    },
  ),
  claim(
    'guardian of two children of one surname',
    [
      [
        'NOAH TREMBLETT and CHLOE TREMBLETT, minors by their Litigation',
        'Guardian, DENISE TREMBLETT, and the said DENISE TREMBLETT',
      ],
      ['DR. OLUWASEUN ADEYEMI'],
    ],
    [
      [
        'person NOAH TREMBLETT',
        'person CHLOE TREMBLETT | minors by their Litigation Guardian, DENISE TREMBLETT',
        'person DENISE TREMBLETT',
      ],
      ['person DR. OLUWASEUN ADEYEMI'],
    ],
    {
      marks: ['Plaintiffs', 'Defendant'],
      office: ['5 Court Street', 'Kingston, Ontario K7L 2N4'],
      backsheet: 'KINGSTON',
      said: { court: 'Kingston' },
    },
  ),
  claim(
    'receiver, and a company known before by a number',
    [
      [
        'KSV RESTRUCTURING INC., solely in its capacity as court-appointed receiver of',
        'BONDFIELD CONSTRUCTION COMPANY LIMITED, and not in its personal capacity',
      ],
      ['JOHN AQUINO, 2304288 ONTARIO INC., MARCO CARUSO and', 'LUCIA CANDERLE also known as LUCIA COCCIA'],
    ],
    [
      [
        'organisation KSV RESTRUCTURING INC. | solely in its capacity as court-appointed receiver of BONDFIELD CONSTRUCTION COMPANY LIMITED, and not in its personal capacity',
      ],
      [
        'person JOHN AQUINO',
        'organisation 2304288 ONTARIO INC.',
        'person MARCO CARUSO',
        'person LUCIA CANDERLE | also known as LUCIA COCCIA',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      printed: { head: ['ONTARIO', 'SUPERIOR COURT OF JUSTICE', 'COMMERCIAL LIST'] },
    },
  ),
  claim(
    'former mayor, library board and newspaper',
    [
      ['SARAH-JANE WHITCOMBE'],
      [
        'THE CORPORATION OF THE TOWN OF COBOURG',
        'COBOURG PUBLIC LIBRARY BOARD',
        'POSTMEDIA NETWORK INC. operating as NORTHUMBERLAND TODAY',
        'PETER JAMES DELANEY',
      ],
    ],
    [
      ['person SARAH-JANE WHITCOMBE'],
      [
        'organisation THE CORPORATION OF THE TOWN OF COBOURG',
        'organisation COBOURG PUBLIC LIBRARY BOARD',
        'organisation POSTMEDIA NETWORK INC. | operating as NORTHUMBERLAND TODAY',
        'person PETER JAMES DELANEY',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['860 William Street', 'Cobourg, ON K9A 3A9'],
      backsheet: 'Cobourg',
      printed: { trial: 'The Plaintiff proposes that this action be tried in the Town of' },
      trial: 'Cobourg',
      said: { court: 'Cobourg' },
    },
  ),
  claim(
    'people of many places, one a line',
    [
      ['ZEYNEP YILMAZ', 'KWAME ASANTE-BOATENG', 'NGUYEN VAN THANH', 'OLENA SHEVCHENKO'],
      ['AIRBNB IRELAND UC', 'LI XIAOMING'],
    ],
    [
      [
        'person ZEYNEP YILMAZ',
        'person KWAME ASANTE-BOATENG',
        'person NGUYEN VAN THANH',
        'person OLENA SHEVCHENKO',
      ],
      ['organisation AIRBNB IRELAND UC', 'person LI XIAOMING'],
    ],
    { marks: ['Plaintiffs', 'Defendants'] },
  ),
  claim(
    'executors with letters after their names',
    [
      [
        'HELEN RUTH GOLDBERG and STANLEY M. GOLDBERG, Q.C., Executors of the',
        'Last Will and Testament of ABRAHAM GOLDBERG, deceased',
      ],
      ['JACOB “JACK” ROSEN, M.D. and SINAI HEALTH SYSTEM'],
    ],
    [
      [
        'person HELEN RUTH GOLDBERG',
        'person STANLEY M. GOLDBERG, Q.C. | Executors of the Last Will and Testament of ABRAHAM GOLDBERG, deceased',
      ],
      ['person JACOB “JACK” ROSEN, M.D.', 'organisation SINAI HEALTH SYSTEM'],
    ],
    { marks: ['Plaintiffs', 'Defendants'] },
  ),
  claim(
    'mixed case, numbered company with a trade name',
    [
      ['Precision Tool & Die (Windsor) Ltd.'],
      [
        '1459220 Ontario Limited, c.o.b. as Great Lakes Fabricating,',
        'Dieter Hoffmann and Anke von Richthofen',
      ],
    ],
    [
      ['organisation Precision Tool & Die (Windsor) Ltd.'],
      [
        'organisation 1459220 Ontario Limited | c.o.b. as Great Lakes Fabricating',
        'person Dieter Hoffmann',
        'person Anke von Richthofen',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['245 Windsor Avenue', 'Windsor, ON N9A 1J2'],
      backsheet: 'Windsor',
      relief: [
        'The Plaintiff claims the following relief:',
        '(a) Judgment in the amount of $137,562.18 CDN for goods sold and delivered;',
        '(b) in the alternative, damages in the amount of $137,562.18 for unjust enrichment;',
        '(c) a declaration that the Defendants hold $20,000 in trust.',
      ],
      said: { court: 'Windsor', amount: 137_562.18, simplified: true },
    },
  ),
  claim(
    'unidentified persons and an insurer',
    [
      ['PARMINDER GREWAL'],
      [
        'JOHN DOE (an unidentified motorist), JANE DOE (the owner of an',
        'unidentified vehicle) and INTACT INSURANCE COMPANY',
      ],
    ],
    [
      ['person PARMINDER GREWAL'],
      [
        'person JOHN DOE | an unidentified motorist',
        'person JANE DOE | the owner of an unidentified vehicle',
        'organisation INTACT INSURANCE COMPANY',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      said: { form: '14C', amount: 2_000_000 },
      relief: ['The Plaintiff claims damages in the amount of $2,000,000.00 for personal injuries.'],
    },
  ),
  claim(
    'club, church and its pastor',
    [
      ['MARGUERITE ST. GERMAIN, by her attorney for property,', 'LÉO ST. GERMAIN'],
      ['TRUSTEES OF ST. ANDREW’S PRESBYTERIAN CHURCH', 'and REV. WM. H. MACINTOSH'],
    ],
    [
      ['person MARGUERITE ST. GERMAIN | by her attorney for property, LÉO ST. GERMAIN'],
      ['organisation TRUSTEES OF ST. ANDREW’S PRESBYTERIAN CHURCH', 'person REV. WM. H. MACINTOSH'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['297 Pembroke Street East', 'Pembroke, ON K8A 3K2'],
      backsheet: 'PEMBROKE',
      said: { court: 'Pembroke' },
    },
  ),
  claim(
    'mortgage investment, guarantors',
    [
      [
        'OLYMPIA TRUST COMPANY, IN TRUST FOR RRSP PLAN #88213, as to a 40%',
        'interest, and MARISOL QUINTERO, as to a 60% interest',
      ],
      ['NADEEM AHMAD and SAIMA AHMAD'],
    ],
    [
      [
        'organisation OLYMPIA TRUST COMPANY | IN TRUST FOR RRSP PLAN #88213, as to a 40% interest',
        'person MARISOL QUINTERO | as to a 60% interest',
      ],
      ['person NADEEM AHMAD', 'person SAIMA AHMAD'],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      relief: ['The plaintiffs claim:', '(a) payment of the sum of $412,000.00;', '(b) foreclosure.'],
      said: { form: '14B', amount: 412_000 },
    },
  ),
  claim(
    'joint venture and engineers',
    [
      ['AECON-GREENFIELD JOINT VENTURE'],
      [
        'R.J. BURNSIDE & ASSOCIATES LIMITED, GOLDER ASSOCIATES LTD.,',
        'WSP CANADA INC. and THE REGIONAL MUNICIPALITY OF YORK',
      ],
    ],
    [
      ['organisation AECON-GREENFIELD JOINT VENTURE'],
      [
        'organisation R.J. BURNSIDE & ASSOCIATES LIMITED',
        'organisation GOLDER ASSOCIATES LTD.',
        'organisation WSP CANADA INC.',
        'organisation THE REGIONAL MUNICIPALITY OF YORK',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['50 Eagle Street West', 'Newmarket, ON L3Y 6B1'],
      backsheet: 'NEWMARKET',
      said: { court: 'Newmarket' },
    },
  ),
  claim(
    'French, tenants and a co-operative',
    [
      [
        'FATOUMATA DIALLO, en son nom personnel et à titre de tutrice à',
        'l’instance de IBRAHIMA DIALLO, mineur',
      ],
      ['COOPÉRATIVE D’HABITATION DES ÉRABLES INC. et ROLAND LE BRETON'],
    ],
    [
      [
        'person FATOUMATA DIALLO | en son nom personnel et à titre de tutrice à l’instance de IBRAHIMA DIALLO, mineur',
      ],
      ['organisation COOPÉRATIVE D’HABITATION DES ÉRABLES INC.', 'person ROLAND LE BRETON'],
    ],
    {
      marks: ['demanderesse', 'défendeurs'],
      printed: { between: 'E N T R E :', and: '– et –' },
      relief: [
        'La demanderesse réclame :',
        'a) des dommages-intérêts généraux de soixante-quinze mille dollars (75 000 $);',
        'b) des dommages-intérêts exemplaires de 10 000 $.',
      ],
      said: { language: 'french', amount: 75_000, simplified: true },
    },
  ),
  claim(
    'French, universities and doctors, one a line',
    [
      ['OCÉANE MAHEUX-LAPOINTE'],
      ['UNIVERSITÉ DE HEARST', 'COLLÈGE BORÉAL D’ARTS APPLIQUÉS ET DE TECHNOLOGIE', 'DR YVES GINGRAS'],
    ],
    [
      ['person OCÉANE MAHEUX-LAPOINTE'],
      [
        'organisation UNIVERSITÉ DE HEARST',
        'organisation COLLÈGE BORÉAL D’ARTS APPLIQUÉS ET DE TECHNOLOGIE',
        'person DR YVES GINGRAS',
      ],
    ],
    {
      marks: ['demanderesse', 'défendeurs'],
      office: ['38, rue Pine Nord', 'Timmins (Ontario) P4N 6K6'],
      backsheet: 'TIMMINS',
      said: { language: 'french', court: 'Timmins' },
    },
  ),
  claim(
    'French, mixed case company under a trade name',
    [
      ['Marie-Ève Cyr'],
      [
        '9145201 Canada Inc., faisant affaire sous la raison sociale de Rénovations Outaouais, et',
        'Jean-Guy Péladeau',
      ],
    ],
    [
      ['person Marie-Ève Cyr'],
      [
        'organisation 9145201 Canada Inc. | faisant affaire sous la raison sociale de Rénovations Outaouais',
        'person Jean-Guy Péladeau',
      ],
    ],
    { marks: ['Demanderesse', 'Défendeurs'], said: { language: 'french' } },
  ),
  claim(
    'French, estate by two trustees',
    [
      [
        'LA SUCCESSION DE ROMÉO CHARLEBOIS, représentée par ses',
        'fiduciaires, ALINE CHARLEBOIS et GASTON CHARLEBOIS',
      ],
      ['DESJARDINS ASSURANCES', 'et', 'LA COMPAGNIE D’ASSURANCE SONNET'],
    ],
    [
      [
        'organisation LA SUCCESSION DE ROMÉO CHARLEBOIS | représentée par ses fiduciaires, ALINE CHARLEBOIS et GASTON CHARLEBOIS',
      ],
      ['organisation DESJARDINS ASSURANCES', 'organisation LA COMPAGNIE D’ASSURANCE SONNET'],
    ],
    {
      marks: ['demanderesse', 'défenderesses'],
      office: ['59, rue Court', 'L’Orignal (Ontario) K0B 1K0'],
      backsheet: 'L’ORIGNAL',
      said: { language: 'french', court: 'L’Orignal' },
    },
  ),
  claim(
    'trustees of a pension plan, and directors',
    [
      ['CARPENTERS’ DISTRICT COUNCIL OF ONTARIO'],
      [
        'THE BOARD OF TRUSTEES OF THE LABOURERS’ PENSION FUND OF CENTRAL AND',
        'EASTERN CANADA, DWAYNE HILL, and TODD F. O’LEARY in his capacity as',
        'President of LOCAL 183',
      ],
    ],
    [
      ['organisation CARPENTERS’ DISTRICT COUNCIL OF ONTARIO'],
      [
        'organisation THE BOARD OF TRUSTEES OF THE LABOURERS’ PENSION FUND OF CENTRAL AND EASTERN CANADA',
        'person DWAYNE HILL',
        'person TODD F. O’LEARY | in his capacity as President of LOCAL 183',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
];
