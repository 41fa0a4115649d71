import { claim } from '@/lib/testing/claim/written/second';
import type { WrittenClaim } from '@/lib/testing/claim/written/written';

/** Written after the reader read the seventh set. */
export const eighthClaims: WrittenClaim[] = [
  claim(
    'small capitals written as letters of two sizes, a minor with two guardians',
    [
      [
        'Noor Fatima Rizvi, a minor, by her Litigation Guardian, Syed Asad Rizvi,',
        'Syed Asad Rizvi and Sana Rizvi',
      ],
      ['Halton District School Board, Bernadette Quill and Joshua Tennant'],
    ],
    [
      [
        'person Noor Fatima Rizvi | a minor, by her Litigation Guardian, Syed Asad Rizvi',
        'person Syed Asad Rizvi',
        'person Sana Rizvi',
      ],
      ['organisation Halton District School Board', 'person Bernadette Quill', 'person Joshua Tennant'],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['491 Steeles Avenue East', 'Milton, Ontario L9T 1Y7'],
      backsheet: 'MILTON',
      said: { court: 'Milton' },
    },
  ),
  claim(
    'sole proprietor and a trade name in quotes',
    [
      ['FADI HADDAD carrying on business as “CEDARS AUTO BODY”'],
      ['2388104 ONTARIO LTD. o/a PRESTO COLLISION and MARIO VITELLI'],
    ],
    [
      ['person FADI HADDAD | carrying on business as “CEDARS AUTO BODY”'],
      ['organisation 2388104 ONTARIO LTD. | o/a PRESTO COLLISION', 'person MARIO VITELLI'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      relief: [
        'The Plaintiff claims:',
        '(a) $74,210.16 for goods and services;',
        '(b) interest;',
        '(c) costs.',
      ],
      said: { amount: 74_210.16, simplified: true },
    },
  ),
  claim(
    'numbered list with roman numerals in narrow lines',
    [
      ['(i) THE CORPORATION OF THE', 'TOWNSHIP OF TINY', '(ii) WAVERLEY GRAVEL LTD.'],
      ['(i) GEORGIAN BAY', 'AGGREGATES INC.', '(ii) RANDALL SCOTT', 'MCCUTCHEON'],
    ],
    [
      ['organisation THE CORPORATION OF THE TOWNSHIP OF TINY', 'organisation WAVERLEY GRAVEL LTD.'],
      ['organisation GEORGIAN BAY AGGREGATES INC.', 'person RANDALL SCOTT MCCUTCHEON'],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['75 Mulcaster Street', 'Barrie, Ontario L4M 3P2'],
      backsheet: 'BARRIE',
      said: { court: 'Barrie' },
    },
  ),
  claim(
    'estate by two estate trustees without a will',
    [
      [
        'IRENE KOSTOPOULOS and PETER KOSTOPOULOS, Estate Trustees without a Will of the',
        'ESTATE OF NIKOLAOS KOSTOPOULOS, deceased',
      ],
      ['UNITY HEALTH TORONTO and DR. FRANCESCA ADEYEMI'],
    ],
    [
      [
        'person IRENE KOSTOPOULOS',
        'person PETER KOSTOPOULOS | Estate Trustees without a Will of the ESTATE OF NIKOLAOS KOSTOPOULOS, deceased',
      ],
      ['organisation UNITY HEALTH TORONTO', 'person DR. FRANCESCA ADEYEMI'],
    ],
    { marks: ['Plaintiffs', 'Defendants'] },
  ),
  claim(
    'estate first, by its trustee',
    [['ESTATE OF WINNIFRED OLIVE HART, by its Estate Trustee, COLIN HART'], ['EXTENDICARE (CANADA) INC.']],
    [
      ['organisation ESTATE OF WINNIFRED OLIVE HART | by its Estate Trustee, COLIN HART'],
      ['organisation EXTENDICARE (CANADA) INC.'],
    ],
    {
      office: ['85 Frederick Street', 'Kitchener, ON N2H 0A7'],
      backsheet: 'KITCHENER',
      said: { court: 'Kitchener' },
    },
  ),
  claim(
    'trustees of a family trust',
    [
      [
        'HARPREET DHALIWAL and NAVDEEP DHALIWAL, in their capacity as trustees of THE DHALIWAL FAMILY TRUST (2014)',
      ],
      ['BRAMVALE HOMES LIMITED, SANJAY MALHOTRA'],
    ],
    [
      [
        'person HARPREET DHALIWAL',
        'person NAVDEEP DHALIWAL | in their capacity as trustees of THE DHALIWAL FAMILY TRUST (2014)',
      ],
      ['organisation BRAMVALE HOMES LIMITED', 'person SANJAY MALHOTRA'],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['7755 Hurontario Street', 'Brampton, ON L6W 4T1'],
      backsheet: 'Brampton',
      said: { court: 'Brampton' },
    },
  ),
  claim(
    'class members',
    [
      ['JEROME WHITFIELD and DENISE ALLAIN, on behalf of themselves and all other class members'],
      ['MAPLEVIEW WIRELESS SOLUTIONS CORP.'],
    ],
    [
      [
        'person JEROME WHITFIELD',
        'person DENISE ALLAIN | on behalf of themselves and all other class members',
      ],
      ['organisation MAPLEVIEW WIRELESS SOLUTIONS CORP.'],
    ],
    {
      marks: ['Plaintiffs', 'Defendant'],
      printed: { and: '– and –' },
      relief: [
        'The plaintiffs claim on their own behalf and on behalf of the class:',
        '(a) an order certifying this action as a class proceeding;',
        '(b) damages of $12,000,000.00;',
        '(c) costs.',
      ],
      said: { amount: 12_000_000 },
    },
  ),
  claim(
    'et al. at the end',
    [['OLUWASEUN BAKARE'], ['GREYFIELD PROPERTY MANAGEMENT INC., TERRENCE OAKES, et al.']],
    [
      ['person OLUWASEUN BAKARE'],
      ['organisation GREYFIELD PROPERTY MANAGEMENT INC.', 'person TERRENCE OAKES'],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'names one to a line without commas, a long one broken',
    [
      ['KRYSTYNA WOJCIECHOWSKA'],
      [
        'INTACT INSURANCE COMPANY',
        'THE CORPORATION OF THE CITY OF',
        'GREATER SUDBURY',
        'DALE ROBERT PELLERIN',
      ],
    ],
    [
      ['person KRYSTYNA WOJCIECHOWSKA'],
      [
        'organisation INTACT INSURANCE COMPANY',
        'organisation THE CORPORATION OF THE CITY OF GREATER SUDBURY',
        'person DALE ROBERT PELLERIN',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['155 Elm Street', 'Sudbury, ON P3C 1T9'],
      backsheet: 'SUDBURY',
      said: { court: 'Sudbury' },
    },
  ),
  claim(
    'surname first with commas, as a registry writes',
    [['Chukwu, Ngozi Adaeze'], ['Lemieux, Pascal and 11223344 Canada Inc.']],
    [['person Chukwu, Ngozi Adaeze'], ['person Lemieux, Pascal', 'organisation 11223344 Canada Inc.']],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'husband and wife by surname, an unknown driver and an insurer',
    [
      ['WEI-LUN HSU AND MEI-HUA HSU'],
      ['JOHN DOE, being the unidentified operator of a motor vehicle, and AVIVA GENERAL INSURANCE COMPANY'],
    ],
    [
      ['person WEI-LUN HSU', 'person MEI-HUA HSU'],
      [
        'person JOHN DOE | being the unidentified operator of a motor vehicle',
        'organisation AVIVA GENERAL INSURANCE COMPANY',
      ],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['80 Dundas Street', 'London, ON N6A 6A3'],
      backsheet: 'London',
      said: { court: 'London' },
    },
  ),
  claim(
    'police services and officers with badge numbers',
    [
      ['DESHAWN TYRELL MARCELLE'],
      ['PEEL REGIONAL POLICE SERVICES BOARD, CONSTABLE ERIC LUND (Badge #3321) and SERGEANT MONICA DE SOUSA'],
    ],
    [
      ['person DESHAWN TYRELL MARCELLE'],
      [
        'organisation PEEL REGIONAL POLICE SERVICES BOARD',
        'person CONSTABLE ERIC LUND | Badge #3321',
        'person SERGEANT MONICA DE SOUSA',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['7755 Hurontario St.', 'Brampton ON L6W 4T6'],
      backsheet: 'BRAMPTON',
      said: { court: 'Brampton' },
    },
  ),
  claim(
    'condominium corporation and a law firm of two names',
    [
      ['YORK REGION STANDARD CONDOMINIUM CORPORATION NO. 1187'],
      ['BRATTLE & PINE LLP', 'and', 'ANASTASIA BRATTLE'],
    ],
    [
      ['organisation YORK REGION STANDARD CONDOMINIUM CORPORATION NO. 1187'],
      ['organisation BRATTLE & PINE LLP', 'person ANASTASIA BRATTLE'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['50 Eagle Street West', 'Newmarket, ON L3Y 6B1'],
      backsheet: 'NEWMARKET',
      said: { court: 'Newmarket' },
    },
  ),
  claim(
    'attorney for property',
    [
      ['GIUSEPPINA ROMANO by her attorney for property CARLO ROMANO'],
      ['MERIDIAN CREDIT UNION LIMITED and LUCIA ROMANO-BELL'],
    ],
    [
      ['person GIUSEPPINA ROMANO | by her attorney for property CARLO ROMANO'],
      ['organisation MERIDIAN CREDIT UNION LIMITED', 'person LUCIA ROMANO-BELL'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['59 Church Street', 'St. Catharines, ON L2R 7N8'],
      backsheet: 'ST. CATHARINES',
      said: { court: 'St. Catharines' },
    },
  ),
  claim(
    'a limited partnership by its general partner',
    [
      ['TALLGRASS WIND LIMITED PARTNERSHIP, by its general partner TALLGRASS WIND GP INC.'],
      ['HENVEY INLET FIRST NATION and BOREALIS TURBINES A/S'],
    ],
    [
      ['organisation TALLGRASS WIND LIMITED PARTNERSHIP | by its general partner TALLGRASS WIND GP INC.'],
      ['organisation HENVEY INLET FIRST NATION', 'organisation BOREALIS TURBINES A/S'],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'three plaintiffs of the same surname and one that changed it',
    [
      ['ANH TUYET PHAM, BAO PHAM, and', 'KIM-LY NGUYEN, formerly known as KIM-LY PHAM'],
      ['THE TDL GROUP CORP., KANATA NORTH RESTAURANTS INC. AND', 'SOPHIE DESROCHERS'],
    ],
    [
      ['person ANH TUYET PHAM', 'person BAO PHAM', 'person KIM-LY NGUYEN | formerly known as KIM-LY PHAM'],
      [
        'organisation THE TDL GROUP CORP.',
        'organisation KANATA NORTH RESTAURANTS INC.',
        'person SOPHIE DESROCHERS',
      ],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['161 Elgin Street', 'Ottawa, ON K2P 2K1'],
      backsheet: 'OTTAWA',
      said: { court: 'Ottawa' },
    },
  ),
  claim(
    'French, entrepreneur and municipality',
    [
      ['JEAN-YVES LAFRENIÈRE, faisant affaire sous le nom de TOITURES LAFRENIÈRE'],
      ['LA CORPORATION DE LA VILLE DE HEARST et NATHALIE VACHON'],
    ],
    [
      ['person JEAN-YVES LAFRENIÈRE | faisant affaire sous le nom de TOITURES LAFRENIÈRE'],
      ['organisation LA CORPORATION DE LA VILLE DE HEARST', 'person NATHALIE VACHON'],
    ],
    {
      marks: ['demandeur', 'défendeurs'],
      office: ['149, 4e Avenue', 'Cochrane (Ontario) P0L 1C0'],
      backsheet: 'COCHRANE',
      said: { language: 'french', court: 'Cochrane' },
    },
  ),
  claim(
    'French, estate and hospital',
    [
      ['LA SUCCESSION DE FEU ROLAND BÉLANGER, représentée par sa liquidatrice,', 'GINETTE BÉLANGER'],
      ['HÔPITAL MONTFORT, DRE AMINATA DIALLO', 'et COLETTE SAVARD'],
    ],
    [
      [
        'organisation LA SUCCESSION DE FEU ROLAND BÉLANGER | représentée par sa liquidatrice, GINETTE BÉLANGER',
      ],
      ['organisation HÔPITAL MONTFORT', 'person DRE AMINATA DIALLO', 'person COLETTE SAVARD'],
    ],
    { marks: ['demanderesse', 'défendeurs'], said: { language: 'french' } },
  ),
  claim(
    'mixed kinds in one row, no comma before and, a company whose name has and',
    [
      ['ALBERTA MAE STRICKLAND'],
      ['BED BATH AND LINEN CANADA INC., MARCO DI GIOVANNI and HILL AND VALLEY CONTRACTING LTD.'],
    ],
    [
      ['person ALBERTA MAE STRICKLAND'],
      [
        'organisation BED BATH AND LINEN CANADA INC.',
        'person MARCO DI GIOVANNI',
        'organisation HILL AND VALLEY CONTRACTING LTD.',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['45 Main Street East', 'Hamilton, ON L8N 2B7'],
      backsheet: 'HAMILTON',
      said: { court: 'Hamilton' },
    },
  ),
  claim(
    'notice of action, first names that are surnames and single name',
    [['RAMACHANDRAN'], ['TAYLOR SCOTT, MORGAN LESLIE JAMES', 'and PARKER DEAN HOLDINGS INC.']],
    [
      ['person RAMACHANDRAN'],
      ['person TAYLOR SCOTT', 'person MORGAN LESLIE JAMES', 'organisation PARKER DEAN HOLDINGS INC.'],
    ],
    { marks: ['Plaintiff', 'Defendants'], said: { form: '14C' } },
  ),
];
