import { claim } from '@/lib/testing/claim/written/second';
import type { WrittenClaim } from '@/lib/testing/claim/written/written';

/** Written after the reader read the fifth set. */
export const sixthClaims: WrittenClaim[] = [
  claim(
    'two drivers and a leasing company',
    [
      ['KATHLEEN MARY DUNPHY AND GERALD DUNPHY'],
      ['ANTHONY J. SCARCELLI, TOYOTA CREDIT CANADA INC.', 'AND PHILOMENA SCARCELLI'],
    ],
    [
      ['person KATHLEEN MARY DUNPHY', 'person GERALD DUNPHY'],
      ['person ANTHONY J. SCARCELLI', 'organisation TOYOTA CREDIT CANADA INC.', 'person PHILOMENA SCARCELLI'],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['80 Dundas Street', 'London, ON N6A 6A3'],
      backsheet: 'LONDON',
      printed: { between: 'B E T W E E N :' },
      said: { court: 'London' },
    },
  ),
  claim(
    'wrongful dismissal, one company and its parent',
    [
      ['Tamara L. Kowalchuk'],
      ['Northern Star Mining Services Ltd. and Northern Star Holdings (Canada) Inc.'],
    ],
    [
      ['person Tamara L. Kowalchuk'],
      [
        'organisation Northern Star Mining Services Ltd.',
        'organisation Northern Star Holdings (Canada) Inc.',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['155 Elm Street', 'Sudbury, ON P3C 1T9'],
      backsheet: 'Sudbury',
      relief: [
        'The plaintiff claims against the defendants, jointly and severally:',
        '(a) damages for wrongful dismissal in the amount of $168,450.00, representing pay in lieu of reasonable notice for a period of 18 months;',
        '(b) moral damages in the amount of $50,000.00;',
        '(c) her costs.',
      ],
      said: { court: 'Sudbury', amount: 168_450, simplified: true },
    },
  ),
  claim(
    'three minors and their mother',
    [
      [
        'AALIYAH HUSSEIN, a minor by her Litigation Guardian FARHIYA',
        'WARSAME, ZAKARIA HUSSEIN, a minor by his Litigation Guardian',
        'FARHIYA WARSAME, and FARHIYA WARSAME, personally',
      ],
      ['TORONTO COMMUNITY HOUSING CORPORATION'],
    ],
    [
      [
        'person AALIYAH HUSSEIN | a minor by her Litigation Guardian FARHIYA WARSAME',
        'person ZAKARIA HUSSEIN | a minor by his Litigation Guardian FARHIYA WARSAME',
        'person FARHIYA WARSAME | personally',
      ],
      ['organisation TORONTO COMMUNITY HOUSING CORPORATION'],
    ],
    { marks: ['Plaintiffs', 'Defendant'] },
  ),
  claim(
    'bank and guarantors, numbered in brackets',
    [
      ['THE TORONTO-DOMINION BANK'],
      ['(1) 1998877 ONTARIO INC.', '(2) SURINDER PAL', '(3) KULWINDER PAL, a.k.a. KELLY PAL'],
    ],
    [
      ['organisation THE TORONTO-DOMINION BANK'],
      ['organisation 1998877 ONTARIO INC.', 'person SURINDER PAL', 'person KULWINDER PAL | a.k.a. KELLY PAL'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['7755 Hurontario Street', 'Brampton, ON L6W 4T1'],
      backsheet: 'BRAMPTON',
      said: { court: 'Brampton' },
    },
  ),
  claim(
    'school board and teacher',
    [
      ['B.M.L., a minor by his litigation guardian, R.L.'],
      ['SIMCOE MUSKOKA CATHOLIC DISTRICT SCHOOL BOARD and', 'GREGORY PAUL HENNESSY'],
    ],
    [
      ['person B.M.L. | a minor by his litigation guardian, R.L.'],
      ['organisation SIMCOE MUSKOKA CATHOLIC DISTRICT SCHOOL BOARD', 'person GREGORY PAUL HENNESSY'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['75 Mulcaster Street', 'Barrie, ON L4M 3P2'],
      backsheet: 'BARRIE',
      said: { court: 'Barrie' },
    },
  ),
  claim(
    'estate and hospital with nurses',
    [
      [
        'THE ESTATE OF RUTH ELEANOR BIGELOW, deceased, by her Estate Trustee',
        'THOMAS BIGELOW, THOMAS BIGELOW personally, and LAURA BIGELOW-CHASE',
      ],
      ['LAKERIDGE HEALTH, DR. MEI-LING CHOW, DR. JOHN DOE and NURSE JANE DOE'],
    ],
    [
      [
        'organisation THE ESTATE OF RUTH ELEANOR BIGELOW | deceased, by her Estate Trustee THOMAS BIGELOW',
        'person THOMAS BIGELOW | personally',
        'person LAURA BIGELOW-CHASE',
      ],
      [
        'organisation LAKERIDGE HEALTH',
        'person DR. MEI-LING CHOW',
        'person DR. JOHN DOE',
        'person NURSE JANE DOE',
      ],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['150 Bond Street East', 'Oshawa, ON L1G 0A2'],
      backsheet: 'OSHAWA',
      said: { court: 'Oshawa' },
    },
  ),
  claim(
    'construction, two trade names',
    [
      ['DAVINDER SINGH SANDHU operating as ROYAL STUCCO & EXTERIORS'],
      [
        'FIELDGATE DEVELOPMENT AND CONSTRUCTION LTD., TRILLIUM',
        'FRAMING INC. and JOÃO PEREIRA c.o.b. PEREIRA CONCRETE',
      ],
    ],
    [
      ['person DAVINDER SINGH SANDHU | operating as ROYAL STUCCO & EXTERIORS'],
      [
        'organisation FIELDGATE DEVELOPMENT AND CONSTRUCTION LTD.',
        'organisation TRILLIUM FRAMING INC.',
        'person JOÃO PEREIRA | c.o.b. PEREIRA CONCRETE',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'condominium and its directors, one a line',
    [
      ['ELIZABETH VON HAGEN-SMYTHE'],
      [
        'METROPOLITAN TORONTO CONDOMINIUM CORPORATION NO. 1170',
        'DUKA PROPERTY MANAGEMENT INC.',
        'RASHID QURESHI',
        'BEVERLEY ANN STOTT',
      ],
    ],
    [
      ['person ELIZABETH VON HAGEN-SMYTHE'],
      [
        'organisation METROPOLITAN TORONTO CONDOMINIUM CORPORATION NO. 1170',
        'organisation DUKA PROPERTY MANAGEMENT INC.',
        'person RASHID QURESHI',
        'person BEVERLEY ANN STOTT',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'], printed: { and: 'and' } },
  ),
  claim(
    'Crown in right of Canada and an Indian band',
    [
      ['PHILIP MORRISSEAU, on his own behalf and as representative of the', 'MORRISSEAU FAMILY'],
      [
        'HIS MAJESTY THE KING IN RIGHT OF CANADA as represented by the',
        'MINISTER OF CROWN-INDIGENOUS RELATIONS and NAICATCHEWENIN FIRST NATION',
      ],
    ],
    [
      ['person PHILIP MORRISSEAU | on his own behalf and as representative of the MORRISSEAU FAMILY'],
      [
        'organisation HIS MAJESTY THE KING IN RIGHT OF CANADA | as represented by the MINISTER OF CROWN-INDIGENOUS RELATIONS',
        'organisation NAICATCHEWENIN FIRST NATION',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['333 Church Street', 'Fort Frances, ON P9A 1C9'],
      backsheet: 'FORT FRANCES',
      said: { court: 'Fort Frances' },
    },
  ),
  claim(
    'lawyer and law firm',
    [
      ['PIERRE-LUC GAUTHIER'],
      ['HARRISON McTAVISH LLP, HARRISON McTAVISH PROFESSIONAL', 'CORPORATION and DIANE L. McTAVISH'],
    ],
    [
      ['person PIERRE-LUC GAUTHIER'],
      [
        'organisation HARRISON McTAVISH LLP',
        'organisation HARRISON McTAVISH PROFESSIONAL CORPORATION',
        'person DIANE L. McTAVISH',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['161 Elgin Street', 'Ottawa, ON K2P 2K1'],
      backsheet: 'OTTAWA',
      said: { court: 'Ottawa' },
    },
  ),
  claim(
    'foreign companies',
    [
      ['SIEMENS GAMESA RENEWABLE ENERGY LIMITED'],
      [
        'HAPAG-LLOYD AG, MSC MEDITERRANEAN SHIPPING COMPANY S.A.,',
        'DEEPWATER MARINE PTY LTD. and THE OWNERS AND ALL OTHERS',
        'INTERESTED IN THE SHIP “ALGOMA DAWN”',
      ],
    ],
    [
      ['organisation SIEMENS GAMESA RENEWABLE ENERGY LIMITED'],
      [
        'organisation HAPAG-LLOYD AG',
        'organisation MSC MEDITERRANEAN SHIPPING COMPANY S.A.',
        'organisation DEEPWATER MARINE PTY LTD.',
        'organisation THE OWNERS AND ALL OTHERS INTERESTED IN THE SHIP “ALGOMA DAWN”',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'neighbours',
    [
      ['Siu Fong Lau and Kwok Wing Lau'],
      ['Brandon MacIsaac, Tiffany MacIsaac, The Corporation of the Municipality of Chatham-Kent'],
    ],
    [
      ['person Siu Fong Lau', 'person Kwok Wing Lau'],
      [
        'person Brandon MacIsaac',
        'person Tiffany MacIsaac',
        'organisation The Corporation of the Municipality of Chatham-Kent',
      ],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['425 Grand Avenue West', 'Chatham, ON N7M 6M8'],
      backsheet: 'CHATHAM',
      said: { court: 'Chatham' },
    },
  ),
  claim(
    'French, association and its president',
    [
      ['ASSOCIATION DES PROPRIÉTAIRES DU LAC SIMON et GÉRARD ST-AMOUR'],
      ['MUNICIPALITÉ DE CASSELMAN, LE COMTÉ DE PRESCOTT ET RUSSELL', 'et EXCAVATION G. LAFLÈCHE LTÉE'],
    ],
    [
      ['organisation ASSOCIATION DES PROPRIÉTAIRES DU LAC SIMON', 'person GÉRARD ST-AMOUR'],
      [
        'organisation MUNICIPALITÉ DE CASSELMAN',
        'organisation LE COMTÉ DE PRESCOTT ET RUSSELL',
        'organisation EXCAVATION G. LAFLÈCHE LTÉE',
      ],
    ],
    {
      marks: ['demandeurs', 'défendeurs'],
      office: ['59, rue Court', 'L’Orignal (Ontario) K0B 1K0'],
      backsheet: 'L’ORIGNAL',
      said: { language: 'french', court: 'L’Orignal' },
    },
  ),
  claim(
    'French, minors and a daycare',
    [
      [
        'THÉO BOUCHARD-ROY, mineur, représenté par sa tutrice à l’instance,',
        'ANNE-SOPHIE ROY, ANNE-SOPHIE ROY et MATHIEU BOUCHARD',
      ],
      ['GARDERIE LES PETITS LUTINS INC.', 'et', 'CAROLE D’AOÛT'],
    ],
    [
      [
        'person THÉO BOUCHARD-ROY | mineur, représenté par sa tutrice à l’instance, ANNE-SOPHIE ROY',
        'person ANNE-SOPHIE ROY',
        'person MATHIEU BOUCHARD',
      ],
      ['organisation GARDERIE LES PETITS LUTINS INC.', 'person CAROLE D’AOÛT'],
    ],
    {
      marks: ['demandeurs', 'défenderesses'],
      printed: { between: 'ENTRE :', and: 'et' },
      said: { language: 'french' },
    },
  ),
  claim(
    'French, notice of action against a bank',
    [['Rose-Aimée Nkurunziza'], ['Banque Royale du Canada', 'Procureur général de l’Ontario']],
    [
      ['person Rose-Aimée Nkurunziza'],
      ['organisation Banque Royale du Canada', 'organisation Procureur général de l’Ontario'],
    ],
    {
      marks: ['demanderesse', 'défendeurs'],
      relief: ['La demanderesse réclame la somme de 62 400 $ à titre de dommages-intérêts.'],
      said: { language: 'french', form: '14C', amount: 62_400 },
    },
  ),
];
