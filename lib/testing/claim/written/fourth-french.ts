import { claim } from '@/lib/testing/claim/written/second';
import type { WrittenClaim } from '@/lib/testing/claim/written/written';

/** Written by one who had not seen the reader, as title pages of practice are. */
export const fourthFrenchClaims: WrittenClaim[] = [
  claim(
    'French, minor represented by a tutor',
    [
      [
        'ÉMILIE DE LA SABLONNIÈRE, mineure, représentée par sa',
        'tutrice à l’instance, JOSÉE DE LA SABLONNIÈRE',
        'et JOSÉE DE LA SABLONNIÈRE',
      ],
      ['CONSEIL SCOLAIRE CATHOLIQUE FRANCO-NORD et MARC-ANDRÉ ST-DENIS'],
    ],
    [
      [
        'person ÉMILIE DE LA SABLONNIÈRE | mineure, représentée par sa tutrice à l’instance, JOSÉE DE LA SABLONNIÈRE',
        'person JOSÉE DE LA SABLONNIÈRE',
      ],
      ['organisation CONSEIL SCOLAIRE CATHOLIQUE FRANCO-NORD', 'person MARC-ANDRÉ ST-DENIS'],
    ],
    {
      marks: ['demanderesses', 'défendeurs'],
      printed: { between: 'E N T R E :', and: '– et –' },
      office: ['360, rue Plouffe', 'North Bay (Ontario) P1B 9L5'],
      backsheet: 'NORTH BAY',
      relief: [
        'Les demanderesses réclament des défendeurs, conjointement et solidairement :',
        'a) pour la demanderesse mineure, des dommages-intérêts généraux de cent vingt-cinq mille dollars (125 000,00 $);',
        'b) pour Josée de la Sablonnière, la somme de 40 000 $ en vertu de la Loi sur le droit de la famille;',
        'c) les dépens de la présente action.',
      ],
      said: { language: 'french', court: 'North Bay', amount: 125_000, simplified: true },
    },
  ),
  claim(
    'French, activity under a trade name',
    [
      ['LES ENTREPRISES FORESTIÈRES KAPUSKASING LTÉE'],
      ['RÉJEAN D’AMOURS, exerçant son activité sous la dénomination', 'sociale de D’AMOURS EXCAVATION'],
    ],
    [
      ['organisation LES ENTREPRISES FORESTIÈRES KAPUSKASING LTÉE'],
      ['person RÉJEAN D’AMOURS | exerçant son activité sous la dénomination sociale de D’AMOURS EXCAVATION'],
    ],
    {
      marks: ['demanderesse', 'défendeur'],
      office: ['149, 4e avenue', 'Cochrane (Ontario) P0L 1C0'],
      backsheet: 'COCHRANE',
      said: { language: 'french', court: 'Cochrane' },
    },
  ),
  claim(
    'French, marks in capitals and a city',
    [['GENEVIÈVE PROULX'], ['VILLE D’OTTAWA', 'et', 'HYDRO OTTAWA LIMITÉE']],
    [['person GENEVIÈVE PROULX'], ['organisation VILLE D’OTTAWA', 'organisation HYDRO OTTAWA LIMITÉE']],
    {
      marks: ['Demanderesse', 'Défenderesses'],
      printed: { between: 'Entre :', and: 'et' },
      said: { language: 'french' },
    },
  ),
  claim(
    'French, estate and spouse',
    [
      [
        'FRANÇOIS-XAVIER BEAULIEU, personnellement et à titre de fiduciaire',
        'de la succession de MONIQUE BEAULIEU, décédée',
      ],
      ['L’HÔPITAL GÉNÉRAL DE HAWKESBURY ET DISTRICT INC. et', 'LA DRE CÉLINE VACHON'],
    ],
    [
      [
        'person FRANÇOIS-XAVIER BEAULIEU | personnellement et à titre de fiduciaire de la succession de MONIQUE BEAULIEU, décédée',
      ],
      ['organisation L’HÔPITAL GÉNÉRAL DE HAWKESBURY ET DISTRICT INC.', 'person LA DRE CÉLINE VACHON'],
    ],
    {
      marks: ['demandeur', 'défenderesses'],
      office: ['59, rue Court', 'L’Orignal (Ontario) K0B 1K0'],
      backsheet: 'L’ORIGNAL',
      relief: [
        'Le demandeur réclame ce qui suit :',
        'a) des dommages-intérêts de 2,3 millions de dollars;',
        'b) des dommages punitifs de 100 000 $;',
        'c) les intérêts et les dépens.',
      ],
      said: { language: 'french', court: 'L’Orignal', amount: 2_300_000 },
    },
  ),
  claim(
    'French, numbered company and credit union',
    [
      ['CAISSE POPULAIRE VOYAGEURS INC.'],
      [
        '1876543 ONTARIO INC., LUCIEN GRATTON et HUGUETTE GRATTON (aussi',
        'connue sous le nom de HUGUETTE LACROIX)',
      ],
    ],
    [
      ['organisation CAISSE POPULAIRE VOYAGEURS INC.'],
      [
        'organisation 1876543 ONTARIO INC.',
        'person LUCIEN GRATTON',
        'person HUGUETTE GRATTON | aussi connue sous le nom de HUGUETTE LACROIX',
      ],
    ],
    {
      marks: ['demanderesse', 'défendeurs'],
      printed: { trial: 'La demanderesse propose que l’action soit instruite à' },
      office: ['155, rue Elm', 'Sudbury (Ontario) P3C 1T9'],
      backsheet: 'SUDBURY',
      trial: 'Sudbury',
      relief: [
        'La demanderesse demande contre les défendeurs :',
        'a) 98 765,43 $, soit le solde du prêt;',
        'b) les intérêts au taux de 8,5 % l’an;',
        'c) les dépens, fixés à 12 000 $.',
      ],
      said: { language: 'french', court: 'Sudbury', amount: 98_765.43 },
    },
  ),
  claim(
    'French, Crown, minister and unknown persons',
    [
      ['ABDOULAYE N’DIAYE'],
      [
        'SA MAJESTÉ LE ROI DU CHEF DE L’ONTARIO, COMMISSION DE SERVICES',
        'POLICIERS D’OTTAWA, L’AGENT M. TURCOTTE et UNTEL',
      ],
    ],
    [
      ['person ABDOULAYE N’DIAYE'],
      [
        'organisation SA MAJESTÉ LE ROI DU CHEF DE L’ONTARIO',
        'organisation COMMISSION DE SERVICES POLICIERS D’OTTAWA',
        'person L’AGENT M. TURCOTTE',
        'person UNTEL',
      ],
    ],
    { marks: ['demandeur', 'défendeurs'], said: { language: 'french' } },
  ),
  claim(
    'French mixed case, notice of action',
    [
      ['Yvon Lefebvre et Ginette Lefebvre'],
      ['Syndicat canadien de la fonction publique, section locale 4540', 'Paul-Émile Tanguay'],
    ],
    [
      ['person Yvon Lefebvre', 'person Ginette Lefebvre'],
      [
        'organisation Syndicat canadien de la fonction publique, section locale 4540',
        'person Paul-Émile Tanguay',
      ],
    ],
    {
      marks: ['demandeurs', 'défendeurs'],
      office: ['29, 2e rue Ouest', 'Cornwall (Ontario) K6J 1G3'],
      backsheet: 'Cornwall',
      relief: ['Les demandeurs réclament des dommages-intérêts de 350 000 $ pour diffamation.'],
      said: { language: 'french', form: '14C', court: 'Cornwall', amount: 350_000 },
    },
  ),
  claim(
    'French mortgage, minor changes of marks',
    [['LA BANQUE TORONTO-DOMINION'], ['STÉPHANE OUELLETTE, alias STEVE OUELLETTE', 'JULIE-ANNE OUELLETTE']],
    [
      ['organisation LA BANQUE TORONTO-DOMINION'],
      ['person STÉPHANE OUELLETTE | alias STEVE OUELLETTE', 'person JULIE-ANNE OUELLETTE'],
    ],
    {
      marks: ['Demanderesse', 'Défendeurs'],
      relief: [
        'La demanderesse demande :',
        'a) la somme de 301 222,10 $ due aux termes de l’hypothèque;',
        'b) la possession du bien hypothéqué;',
        'c) la forclusion.',
      ],
      said: { language: 'french', form: '14B', amount: 301_222.1 },
    },
  ),
];
