import { claim } from '@/lib/testing/claim/written/second';
import type { WrittenClaim } from '@/lib/testing/claim/written/written';

/** Written after the reader read the sixth set. */
export const seventhClaims: WrittenClaim[] = [
  claim(
    'boating accident',
    [
      ['CORY DANIEL MUNROE, BY HIS LITIGATION GUARDIAN SHELLEY MUNROE,', 'SHELLEY MUNROE, AND DANIEL MUNROE'],
      ['MUSKOKA MARINE SALES & SERVICE LTD., BRUNSWICK CORPORATION', 'AND HUGH ALISTAIR PENDERGAST'],
    ],
    [
      [
        'person CORY DANIEL MUNROE | BY HIS LITIGATION GUARDIAN SHELLEY MUNROE',
        'person SHELLEY MUNROE',
        'person DANIEL MUNROE',
      ],
      [
        'organisation MUSKOKA MARINE SALES & SERVICE LTD.',
        'organisation BRUNSWICK CORPORATION',
        'person HUGH ALISTAIR PENDERGAST',
      ],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['3 Dominion Street North', 'Bracebridge, ON P1L 2E6'],
      backsheet: 'BRACEBRIDGE',
      said: { court: 'Bracebridge' },
    },
  ),
  claim(
    'franchise',
    [
      ['GURMEET BAINS and BAINS PIZZA (ORILLIA) INC.'],
      ['PIZZA NOVA TAKE OUT LTD.', 'DOMENIC PRIMUCCI', 'SAM PRIMUCCI'],
    ],
    [
      ['person GURMEET BAINS', 'organisation BAINS PIZZA (ORILLIA) INC.'],
      ['organisation PIZZA NOVA TAKE OUT LTD.', 'person DOMENIC PRIMUCCI', 'person SAM PRIMUCCI'],
    ],
    { marks: ['Plaintiffs', 'Defendants'] },
  ),
  claim(
    'hospital, unknown nurses',
    [
      [
        'RAVINDRA PERERA, Estate Trustee of the Estate of NIMALI PERERA,',
        'deceased, RAVINDRA PERERA personally, and SHANELLE PERERA',
      ],
      ['SCARBOROUGH HEALTH NETWORK, DR. W. KIM, DR. X.Y. ZHOU, and', 'NURSES A. BROWN and C. DAVIS'],
    ],
    [
      [
        'person RAVINDRA PERERA | Estate Trustee of the Estate of NIMALI PERERA, deceased',
        'person RAVINDRA PERERA | personally',
        'person SHANELLE PERERA',
      ],
      [
        'organisation SCARBOROUGH HEALTH NETWORK',
        'person DR. W. KIM',
        'person DR. X.Y. ZHOU',
        'person NURSES A. BROWN',
        'person C. DAVIS',
      ],
    ],
    { marks: ['Plaintiffs', 'Defendants'] },
  ),
  claim(
    'collection',
    [['CANADIAN IMPERIAL BANK OF COMMERCE'], ['DARLENE M. OUIMETTE, ALSO KNOWN AS DARLENE MARIE OUIMETTE']],
    [
      ['organisation CANADIAN IMPERIAL BANK OF COMMERCE'],
      ['person DARLENE M. OUIMETTE | ALSO KNOWN AS DARLENE MARIE OUIMETTE'],
    ],
    {
      office: ['29 Second Street West', 'Cornwall, ON K6J 1G3'],
      backsheet: 'CORNWALL',
      relief: [
        'The Plaintiff claims:',
        '(a) the sum of $58,930.44;',
        '(b) interest at 19.99% per annum;',
        '(c) costs.',
      ],
      said: { court: 'Cornwall', amount: 58_930.44, simplified: true },
    },
  ),
  claim(
    'real estate deal and brokerage',
    [
      ['MEHRDAD FARAHANI', 'SHIRIN FARAHANI'],
      ['ROYAL LEPAGE SIGNATURE REALTY, BROKERAGE', 'BRENT O’CONNELL', 'XIU YING HUANG'],
    ],
    [
      ['person MEHRDAD FARAHANI', 'person SHIRIN FARAHANI'],
      [
        'organisation ROYAL LEPAGE SIGNATURE REALTY, BROKERAGE',
        'person BRENT O’CONNELL',
        'person XIU YING HUANG',
      ],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['50 Eagle Street West', 'Newmarket, ON L3Y 6B1'],
      backsheet: 'NEWMARKET',
      said: { court: 'Newmarket' },
    },
  ),
  claim(
    'farm',
    [
      ['VAN DEN HEUVEL DAIRY FARMS LTD.'],
      ['Township of Perth East, Gerrit Jan Van den Heuvel and Alida Van den Heuvel'],
    ],
    [
      ['organisation VAN DEN HEUVEL DAIRY FARMS LTD.'],
      [
        'organisation Township of Perth East',
        'person Gerrit Jan Van den Heuvel',
        'person Alida Van den Heuvel',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['1 Huron Street', 'Stratford, ON N5A 5S4'],
      backsheet: 'STRATFORD',
      said: { court: 'Stratford' },
    },
  ),
  claim(
    'police and wellness check',
    [
      ['JAMAL EVERTON FRANCIS'],
      [
        'TORONTO POLICE SERVICES BOARD, P.C. MARK LEWIS (#10442),',
        'P.C. ADAM KOZAK (#9981) and JOHN DOE POLICE OFFICERS 1-5',
      ],
    ],
    [
      ['person JAMAL EVERTON FRANCIS'],
      [
        'organisation TORONTO POLICE SERVICES BOARD',
        'person P.C. MARK LEWIS | #10442',
        'person P.C. ADAM KOZAK | #9981',
        'person JOHN DOE POLICE OFFICERS 1-5',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'first nation corporation and Ontario minister',
    [
      ['WAHTA MOHAWKS, by its Chief, PHILIP FRANKS'],
      ['HIS MAJESTY THE KING IN RIGHT OF ONTARIO AS REPRESENTED BY THE', 'MINISTER OF TRANSPORTATION'],
    ],
    [
      ['organisation WAHTA MOHAWKS | by its Chief, PHILIP FRANKS'],
      [
        'organisation HIS MAJESTY THE KING IN RIGHT OF ONTARIO | AS REPRESENTED BY THE MINISTER OF TRANSPORTATION',
      ],
    ],
    {},
  ),
  claim(
    'insurer subrogated',
    [
      ['ECONOMICAL MUTUAL INSURANCE COMPANY in the name of its insured', 'PETRA SCHNEIDER'],
      ['KITCHENER APPLIANCE REPAIR, and WHIRLPOOL CANADA LP'],
    ],
    [
      ['organisation ECONOMICAL MUTUAL INSURANCE COMPANY | in the name of its insured PETRA SCHNEIDER'],
      ['organisation KITCHENER APPLIANCE REPAIR', 'organisation WHIRLPOOL CANADA LP'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['85 Frederick Street', 'Kitchener, ON N2H 0A7'],
      backsheet: 'KITCHENER',
      said: { court: 'Kitchener' },
    },
  ),
  claim(
    'mortgage of a trust company',
    [['HOME TRUST COMPANY'], ['ROBERTO CARLOS MENDES', 'ANA PAULA MENDES', '2788114 ONTARIO INC.']],
    [
      ['organisation HOME TRUST COMPANY'],
      ['person ROBERTO CARLOS MENDES', 'person ANA PAULA MENDES', 'organisation 2788114 ONTARIO INC.'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      relief: [
        'The plaintiff claims:',
        '(a) payment of $634,118.02 due under the mortgage;',
        '(b) possession; and',
        '(c) foreclosure.',
      ],
      said: { form: '14B', amount: 634_118.02 },
    },
  ),
  claim(
    'French, contractor and spouse',
    [
      ['NATHALIE SÉGUIN ET DENIS SÉGUIN'],
      ['PISCINES ET SPAS DE L’EST INC., MAURICE TOUCHETTE', 'ET ASSURANCES TOUCHETTE & ASSOCIÉS LTÉE'],
    ],
    [
      ['person NATHALIE SÉGUIN', 'person DENIS SÉGUIN'],
      [
        'organisation PISCINES ET SPAS DE L’EST INC.',
        'person MAURICE TOUCHETTE',
        'organisation ASSURANCES TOUCHETTE & ASSOCIÉS LTÉE',
      ],
    ],
    { marks: ['demandeurs', 'défendeurs'], said: { language: 'french' } },
  ),
  claim(
    'French, hospital and its doctors',
    [
      ['LA SUCCESSION DE GISÈLE PARENT, par son exécuteur testamentaire', 'LUC PARENT, et LUC PARENT'],
      ['HÔPITAL NOTRE-DAME DE HEARST, DR J.-P. AUBIN et DRE NADIA BENALI'],
    ],
    [
      [
        'organisation LA SUCCESSION DE GISÈLE PARENT | par son exécuteur testamentaire LUC PARENT',
        'person LUC PARENT',
      ],
      ['organisation HÔPITAL NOTRE-DAME DE HEARST', 'person DR J.-P. AUBIN', 'person DRE NADIA BENALI'],
    ],
    {
      marks: ['demandeurs', 'défendeurs'],
      office: ['149, 4e avenue', 'Cochrane (Ontario) P0L 1C0'],
      backsheet: 'COCHRANE',
      said: { language: 'french', court: 'Cochrane' },
    },
  ),
  claim(
    'French, dismissal at a university',
    [
      ['Aïssatou Bâ-Lemay'],
      ['Université d’Ottawa et Association des professeur(e)s de l’Université d’Ottawa'],
    ],
    [
      ['person Aïssatou Bâ-Lemay'],
      [
        'organisation Université d’Ottawa',
        'organisation Association des professeur(e)s de l’Université d’Ottawa',
      ],
    ],
    {
      marks: ['demanderesse', 'défenderesses'],
      relief: [
        'La demanderesse réclame des défenderesses :',
        'a) des dommages-intérêts pour congédiement injustifié, au montant de 210 000 $;',
        'b) des dommages moraux de 30 000 $.',
      ],
      said: { language: 'french', amount: 210_000 },
    },
  ),
  claim(
    'two plaintiffs who are companies by amalgamation',
    [
      ['HURONIA PRECAST INC., successor by amalgamation to HURONIA', 'CONCRETE LTD.'],
      ['GRAHAM BROTHERS CONSTRUCTION LIMITED and ZURICH INSURANCE', 'COMPANY LTD (CANADIAN BRANCH)'],
    ],
    [
      ['organisation HURONIA PRECAST INC. | successor by amalgamation to HURONIA CONCRETE LTD.'],
      [
        'organisation GRAHAM BROTHERS CONSTRUCTION LIMITED',
        'organisation ZURICH INSURANCE COMPANY LTD (CANADIAN BRANCH)',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['75 Mulcaster Street', 'Barrie, ON L4M 3P2'],
      backsheet: 'BARRIE',
      said: { court: 'Barrie' },
    },
  ),
  claim(
    'defamation online',
    [['CHLOE-ANNE MACPHERSON'], ['META PLATFORMS, INC., TRISTAN K. BAUER and PERSONS UNKNOWN']],
    [
      ['person CHLOE-ANNE MACPHERSON'],
      ['organisation META PLATFORMS, INC.', 'person TRISTAN K. BAUER', 'person PERSONS UNKNOWN'],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'shop without an ending',
    [['DOROTHY JEAN HASKETT'], ['LOBLAW COMPANIES LIMITED, REAL CANADIAN SUPERSTORE and', 'CBRE LIMITED']],
    [
      ['person DOROTHY JEAN HASKETT'],
      [
        'organisation LOBLAW COMPANIES LIMITED',
        'organisation REAL CANADIAN SUPERSTORE',
        'organisation CBRE LIMITED',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'mother for herself and her child',
    [
      [
        'IMRAN SHEIKH and NUSRAT SHEIKH, in her personal capacity and as',
        'Litigation Guardian of ZARA SHEIKH, a minor',
      ],
      ['TESLA MOTORS CANADA ULC'],
    ],
    [
      [
        'person IMRAN SHEIKH',
        'person NUSRAT SHEIKH | in her personal capacity and as Litigation Guardian of ZARA SHEIKH, a minor',
      ],
      ['organisation TESLA MOTORS CANADA ULC'],
    ],
    { marks: ['Plaintiffs', 'Defendant'] },
  ),
  claim(
    'greater town',
    [
      ['Beaulieu Electric (1985) Ltd.'],
      ['Pinnacle Contracting Group Inc., Town of Greater Napanee and Travelers Insurance Company of Canada'],
    ],
    [
      ['organisation Beaulieu Electric (1985) Ltd.'],
      [
        'organisation Pinnacle Contracting Group Inc.',
        'organisation Town of Greater Napanee',
        'organisation Travelers Insurance Company of Canada',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'spouses of two endings',
    [['HYDRO ONE NETWORKS INC.'], ['KRZYSZTOF WOJCIECHOWSKI', 'MALGORZATA WOJCIECHOWSKA']],
    [
      ['organisation HYDRO ONE NETWORKS INC.'],
      ['person KRZYSZTOF WOJCIECHOWSKI', 'person MALGORZATA WOJCIECHOWSKA'],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'stage name',
    [
      ['SHAWN O’DELL'],
      ['UNIVERSAL MUSIC CANADA INC., LIVE NATION ONTARIO CONCERTS GP, INC.', 'and DAVID “DEADMAU5” SMITH'],
    ],
    [
      ['person SHAWN O’DELL'],
      [
        'organisation UNIVERSAL MUSIC CANADA INC.',
        'organisation LIVE NATION ONTARIO CONCERTS GP, INC.',
        'person DAVID “DEADMAU5” SMITH',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'ministers of Canada',
    [
      ['PUBLIC SERVICE ALLIANCE OF CANADA'],
      ['ATTORNEY GENERAL OF CANADA, TREASURY BOARD OF CANADA and', 'MINISTER OF NATIONAL DEFENCE'],
    ],
    [
      ['organisation PUBLIC SERVICE ALLIANCE OF CANADA'],
      [
        'organisation ATTORNEY GENERAL OF CANADA',
        'organisation TREASURY BOARD OF CANADA',
        'organisation MINISTER OF NATIONAL DEFENCE',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'retirement residence',
    [
      ['LORNE PETER STACEY, by his attorney for property JUNE STACEY'],
      ['CHARTWELL MASTER CARE LP and CHARTWELL RETIREMENT RESIDENCES'],
    ],
    [
      ['person LORNE PETER STACEY | by his attorney for property JUNE STACEY'],
      ['organisation CHARTWELL MASTER CARE LP', 'organisation CHARTWELL RETIREMENT RESIDENCES'],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'French builder',
    [
      ['MARIE-JOSÉE LALIBERTÉ ET GILLES LALIBERTÉ'],
      [
        'CONSTRUCTION R.G. BÉDARD INC., faisant affaire sous le nom de',
        'LES MAISONS BÉDARD, et ROGER BÉDARD',
      ],
    ],
    [
      ['person MARIE-JOSÉE LALIBERTÉ', 'person GILLES LALIBERTÉ'],
      [
        'organisation CONSTRUCTION R.G. BÉDARD INC. | faisant affaire sous le nom de LES MAISONS BÉDARD',
        'person ROGER BÉDARD',
      ],
    ],
    { marks: ['demandeurs', 'défendeurs'], said: { language: 'french' } },
  ),
  claim(
    'designer and buyers',
    [
      ['JOANNA PAPPAS o/a PAPPAS DESIGN STUDIO'],
      ['ALI REZA MOHAMMADI', 'LEILA HOSSEINI', 'YONGE & BLOOR HOLDINGS LTD.'],
    ],
    [
      ['person JOANNA PAPPAS | o/a PAPPAS DESIGN STUDIO'],
      ['person ALI REZA MOHAMMADI', 'person LEILA HOSSEINI', 'organisation YONGE & BLOOR HOLDINGS LTD.'],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'insurer of a builder',
    [
      ['CITY OF GREATER SUDBURY'],
      ['J.N. CONSTRUCTION LTD., ALLIED WORLD SPECIALTY INSURANCE COMPANY', 'and JAMES NORMAN FERA'],
    ],
    [
      ['organisation CITY OF GREATER SUDBURY'],
      [
        'organisation J.N. CONSTRUCTION LTD.',
        'organisation ALLIED WORLD SPECIALTY INSURANCE COMPANY',
        'person JAMES NORMAN FERA',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'dashed word between plaintiffs',
    [['ARTHUR K. SILVERSTEIN', '- and -', 'MIRIAM SILVERSTEIN'], ['THE CANADA LIFE ASSURANCE COMPANY']],
    [
      ['person ARTHUR K. SILVERSTEIN', 'person MIRIAM SILVERSTEIN'],
      ['organisation THE CANADA LIFE ASSURANCE COMPANY'],
    ],
    { marks: ['Plaintiffs', 'Defendant'] },
  ),
  claim(
    'French attorney general',
    [['SOPHIE-ANNE CÔTÉ'], ['LE PROCUREUR GÉNÉRAL DE L’ONTARIO et LA VILLE DU GRAND SUDBURY']],
    [
      ['person SOPHIE-ANNE CÔTÉ'],
      ['organisation LE PROCUREUR GÉNÉRAL DE L’ONTARIO', 'organisation LA VILLE DU GRAND SUDBURY'],
    ],
    { marks: ['demanderesse', 'défendeurs'], said: { language: 'french' } },
  ),
];
