import { type WrittenClaim, written } from '@/lib/testing/claim/written/written';

/** Written before the reader was. */
export const firstClaims: WrittenClaim[] = [
  written({
    name: 'two people',
    plaintiffs: ['JANE ROE'],
    defendants: ['JOHN DOE'],
    said: {
      parties: [
        ['plaintiff', 'person', 'JANE ROE'],
        ['defendant', 'person', 'JOHN DOE'],
      ],
    },
  }),
  written({
    name: 'list with commas over lines',
    plaintiffs: ['MARY ANN O’BRIEN, PATRICK O’BRIEN and 1234567 ONTARIO INC.'],
    defendants: [
      'ACME HOLDINGS, INC., JEAN-LUC DE LA TOUR, THE CORPORATION OF THE CITY OF',
      'TORONTO and ABC CORPORATION',
    ],
    marks: ['Plaintiffs', 'Defendants'],
    to: [
      ['ACME HOLDINGS, INC.', '1 Bay Street', 'Toronto, ON M5J 2R8'],
      ['JEAN-LUC DE LA TOUR', '22 Elm Road, Unit 4', 'Mississauga, Ontario L5B 1M2'],
    ],
    said: {
      parties: [
        ['plaintiff', 'person', 'MARY ANN O’BRIEN'],
        ['plaintiff', 'person', 'PATRICK O’BRIEN'],
        ['plaintiff', 'organisation', '1234567 ONTARIO INC.'],
        ['defendant', 'organisation', 'ACME HOLDINGS, INC.'],
        ['defendant', 'person', 'JEAN-LUC DE LA TOUR'],
        ['defendant', 'organisation', 'THE CORPORATION OF THE CITY OF TORONTO'],
        ['defendant', 'organisation', 'ABC CORPORATION'],
      ],
    },
  }),
  written({
    name: 'minor by litigation guardian',
    plaintiffs: [
      'JULIE SMITH, a minor by her litigation guardian, ROBERT SMITH, and ROBERT SMITH personally',
    ],
    defendants: ['DR. ALAN VAN DER BERG and', 'ST. JOSEPH’S HEALTH CENTRE'],
    marks: ['Plaintiffs', 'Defendants'],
    office: ['80 Dundas Street', 'London, ON N6A 6A3'],
    backsheet: 'LONDON',
    relief: [
      'The plaintiffs claim:',
      '(a) general damages for Julie Smith in the sum of $1,500,000.00;',
      '(b) special damages in an amount to be determined prior to trial;',
      '(c) damages for Robert Smith pursuant to the Family Law Act in the sum of $100,000;',
      '(d) costs.',
    ],
    said: {
      court: 'London',
      amount: 1_500_000,
      parties: [
        ['plaintiff', 'person', 'JULIE SMITH', 'a minor by her litigation guardian, ROBERT SMITH'],
        ['plaintiff', 'person', 'ROBERT SMITH', 'personally'],
        ['defendant', 'person', 'DR. ALAN VAN DER BERG'],
        ['defendant', 'organisation', 'ST. JOSEPH’S HEALTH CENTRE'],
      ],
    },
  }),
  written({
    name: 'numbered list',
    plaintiffs: ['(1) ALICE WONG', '(2) BRUCE WONG', '(3) WONG FAMILY TRUST'],
    defendants: ['(1) ROYAL BANK OF CANADA', '(2) JOHN SMITH, also known as JOHNNY SMITH'],
    marks: ['Plaintiffs', 'Defendants'],
    said: {
      parties: [
        ['plaintiff', 'person', 'ALICE WONG'],
        ['plaintiff', 'person', 'BRUCE WONG'],
        ['plaintiff', 'organisation', 'WONG FAMILY TRUST'],
        ['defendant', 'organisation', 'ROYAL BANK OF CANADA'],
        ['defendant', 'person', 'JOHN SMITH', 'also known as JOHNNY SMITH'],
      ],
    },
  }),
  written({
    name: 'estate and crown, simplified',
    plaintiffs: ['THE ESTATE OF MARY ROE, deceased, by its estate trustee, PETER ROE'],
    defendants: [
      'HIS MAJESTY THE KING IN RIGHT OF ONTARIO and',
      'TORONTO STANDARD CONDOMINIUM CORPORATION NO. 1234',
    ],
    marks: ['Plaintiff', 'Defendants'],
    relief: [
      'The plaintiff claims against the defendants, jointly and severally:',
      '(a) damages in the amount of $175,000;',
      '(b) punitive damages in the amount of $25,000;',
      '(c) its costs of this action on a substantial indemnity basis in the amount of $180,000;',
    ],
    trial: 'Brampton',
    said: {
      simplified: true,
      amount: 175_000,
      parties: [
        ['plaintiff', 'organisation', 'THE ESTATE OF MARY ROE', 'deceased, by its estate trustee, PETER ROE'],
        ['defendant', 'organisation', 'HIS MAJESTY THE KING IN RIGHT OF ONTARIO'],
        ['defendant', 'organisation', 'TORONTO STANDARD CONDOMINIUM CORPORATION NO. 1234'],
      ],
    },
  }),
  written({
    name: 'French, companies',
    plaintiffs: ['9123-4567 QUÉBEC INC. et', 'ÉLODIE BEAUCHÂTEAU-GAGNÉ'],
    defendants: ['LES ENTREPRISES L’HEUREUX LTÉE, FRANÇOIS D’AMOURS et', 'LA VILLE D’OTTAWA'],
    marks: ['demandeurs', 'défendeurs'],
    said: {
      language: 'french',
      parties: [
        ['plaintiff', 'organisation', '9123-4567 QUÉBEC INC.'],
        ['plaintiff', 'person', 'ÉLODIE BEAUCHÂTEAU-GAGNÉ'],
        ['defendant', 'organisation', 'LES ENTREPRISES L’HEUREUX LTÉE'],
        ['defendant', 'person', 'FRANÇOIS D’AMOURS'],
        ['defendant', 'organisation', 'LA VILLE D’OTTAWA'],
      ],
    },
  }),
  written({
    name: 'French minor, simplified',
    plaintiffs: ['LÉA FORTIN, mineure, représentée par sa tutrice à l’instance, MARIE FORTIN'],
    defendants: ['CONSEIL SCOLAIRE DE DISTRICT CATHOLIQUE DE L’EST ONTARIEN'],
    marks: ['demanderesse', 'défendeur'],
    office: ['59, rue Court', 'L’Orignal (Ontario) K0B 1K0'],
    backsheet: 'L’Orignal',
    relief: [
      'La demanderesse réclame :',
      'a) la somme de 185 000,00 $ à titre de dommages-intérêts généraux;',
      'b) la somme de 10 000 $ à titre de dépens;',
    ],
    said: {
      language: 'french',
      court: 'L’Orignal',
      simplified: true,
      amount: 185_000,
      parties: [
        [
          'plaintiff',
          'person',
          'LÉA FORTIN',
          'mineure, représentée par sa tutrice à l’instance, MARIE FORTIN',
        ],
        ['defendant', 'organisation', 'CONSEIL SCOLAIRE DE DISTRICT CATHOLIQUE DE L’EST ONTARIEN'],
      ],
    },
  }),
  written({
    name: 'mixed case, one a line, no commas',
    plaintiffs: ['Priya Ramanathan', 'Sanjay Ramanathan'],
    defendants: ['Northern Lights Renovations Ltd.', 'Marc-André Côté', 'Anne Marie McDonald Jr.'],
    marks: ['Plaintiffs', 'Defendants'],
    office: ['155 Elm Street', 'Sudbury, Ontario P3C 1T9'],
    backsheet: 'Sudbury',
    said: {
      court: 'Sudbury',
      parties: [
        ['plaintiff', 'person', 'Priya Ramanathan'],
        ['plaintiff', 'person', 'Sanjay Ramanathan'],
        ['defendant', 'organisation', 'Northern Lights Renovations Ltd.'],
        ['defendant', 'person', 'Marc-André Côté'],
        ['defendant', 'person', 'Anne Marie McDonald Jr.'],
      ],
    },
  }),
  written({
    name: 'mortgage',
    plaintiffs: ['MAPLE CREDIT UNION LIMITED'],
    defendants: ['DAVID KIM and SUSAN KIM'],
    marks: ['Plaintiff', 'Defendants'],
    office: ['7755 Hurontario Street', 'Brampton, Ontario L6W 4T6'],
    backsheet: 'Brampton',
    relief: [
      'The plaintiff claims:',
      '(a) payment of the sum of $612,345.67 due under the mortgage described below;',
      '(b) foreclosure of the equity of redemption in the mortgaged property;',
      '(c) possession of the mortgaged property; and',
      '(d) its costs.',
    ],
    said: {
      form: '14B',
      court: 'Brampton',
      amount: 612_345.67,
      parties: [
        ['plaintiff', 'organisation', 'MAPLE CREDIT UNION LIMITED'],
        ['defendant', 'person', 'DAVID KIM'],
        ['defendant', 'person', 'SUSAN KIM'],
      ],
    },
  }),
  written({
    name: 'notice of action',
    plaintiffs: ['TOMASZ KOWALSKI carrying on business as TK PLUMBING'],
    defendants: ['BAY OF QUINTE MUTUAL INSURANCE CO. and JANE DOE'],
    marks: ['Plaintiff', 'Defendants'],
    office: ['15 Bridge Street West', 'Belleville, Ontario', 'K8P 5J9'],
    backsheet: null,
    relief: [
      'The plaintiff’s claim is for damages in the amount of $80,000 for breach of an insurance policy.',
    ],
    said: {
      form: '14C',
      court: 'Belleville',
      amount: 80_000,
      parties: [
        ['plaintiff', 'person', 'TOMASZ KOWALSKI', 'carrying on business as TK PLUMBING'],
        ['defendant', 'organisation', 'BAY OF QUINTE MUTUAL INSURANCE CO.'],
        ['defendant', 'person', 'JANE DOE'],
      ],
    },
  }),
  written({
    name: 'after notice of action',
    plaintiffs: ['SOPHIE MACDONALD'],
    defendants: [
      'UNIFOR, LOCAL 444 and',
      'KEVIN LEE, in his personal capacity and as president of Unifor, Local 444',
    ],
    marks: ['Plaintiff', 'Defendants'],
    office: ['245 Windsor Avenue', 'Windsor, Ontario N9A 1J2'],
    backsheet: 'WINDSOR',
    fileNumber: 'CV-24-00031234-0000',
    said: {
      form: '14D',
      court: 'Windsor',
      parties: [
        ['plaintiff', 'person', 'SOPHIE MACDONALD'],
        ['defendant', 'organisation', 'UNIFOR, LOCAL 444'],
        [
          'defendant',
          'person',
          'KEVIN LEE',
          'in his personal capacity and as president of Unifor, Local 444',
        ],
      ],
    },
  }),
  written({
    name: 'French notice of action',
    plaintiffs: ['SUCCESSION DE FEU ANDRÉ LALONDE, par sa fiduciaire, NICOLE LALONDE'],
    defendants: ['JEAN-PIERRE ROY, faisant affaire sous le nom de TOITURES ROY'],
    marks: ['demanderesse', 'défendeur'],
    office: ['29, 2e rue Ouest', 'Cornwall (Ontario) K6J 1G3'],
    backsheet: 'CORNWALL',
    relief: ['La demande porte sur ce qui suit : des dommages-intérêts de 95 500 $ pour malfaçons.'],
    said: {
      form: '14C',
      language: 'french',
      court: 'Cornwall',
      amount: 95_500,
      parties: [
        ['plaintiff', 'organisation', 'SUCCESSION DE FEU ANDRÉ LALONDE', 'par sa fiduciaire, NICOLE LALONDE'],
        ['defendant', 'person', 'JEAN-PIERRE ROY', 'faisant affaire sous le nom de TOITURES ROY'],
      ],
    },
  }),
];
