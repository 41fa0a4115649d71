import { claim } from '@/lib/testing/claim/written/second';
import type { WrittenClaim } from '@/lib/testing/claim/written/written';

/** Written by one who had not seen the reader, as title pages of practice are. */
export const fourthClaims: WrittenClaim[] = [
  claim(
    'minor under the age of 18, family, three municipalities',
    [
      [
        'LIAM O’BRIEN, a minor under the age of 18 years, by his',
        'Litigation Guardian, SIOBHAN O’BRIEN, SIOBHAN O’BRIEN',
        'personally and PATRICK O’BRIEN',
      ],
      ['THE CORPORATION OF THE CITY OF HAMILTON, HAMILTON-WENTWORTH', 'DISTRICT SCHOOL BOARD and JOHN DOE'],
    ],
    [
      [
        'person LIAM O’BRIEN | a minor under the age of 18 years, by his Litigation Guardian, SIOBHAN O’BRIEN',
        'person SIOBHAN O’BRIEN | personally',
        'person PATRICK O’BRIEN',
      ],
      [
        'organisation THE CORPORATION OF THE CITY OF HAMILTON',
        'organisation HAMILTON-WENTWORTH DISTRICT SCHOOL BOARD',
        'person JOHN DOE',
      ],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      printed: { between: 'B E T W E E N :', and: '– and –', commenced: 'Proceeding commenced at' },
      office: ['45 Main Street East', 'Hamilton, ON L8N 2B7'],
      backsheet: 'HAMILTON',
      relief: [
        'The Plaintiffs claim against the Defendants, jointly and severally, the following:',
        '(a) On behalf of the Minor Plaintiff, non-pecuniary general damages in the amount of $450,000.00;',
        '(b) special damages, including future care costs, in the sum of $2,750,000.00;',
        '(c) damages pursuant to s. 61 of the Family Law Act in the amount of $75,000.00 each;',
        '(d) pre-judgment interest, costs of this action plus HST; and such further relief as this Honourable Court deems just.',
      ],
      said: { court: 'Hamilton', amount: 2_750_000 },
    },
  ),
  claim(
    'estate trustee personally and numbered companies',
    [
      [
        'MARGARET ANNE McALLISTER, personally and as Estate Trustee of',
        'the Estate of DUNCAN JAMES McALLISTER, deceased',
      ],
      ['2746193 ONTARIO LIMITED and 11283746 CANADA INC.'],
    ],
    [
      [
        'person MARGARET ANNE McALLISTER | personally and as Estate Trustee of the Estate of DUNCAN JAMES McALLISTER, deceased',
      ],
      ['organisation 2746193 ONTARIO LIMITED', 'organisation 11283746 CANADA INC.'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      printed: { and: '-and-', between: 'B E T W E E N:' },
      office: ['80 Dundas Street', 'London ON N6A 6A3'],
      backsheet: 'London, Ontario',
      said: { court: 'London' },
    },
  ),
  claim(
    'commercial list',
    [
      ['ROYNAT CAPITAL INC.'],
      [
        'VANDERMEER GREENHOUSES (2011) LTD., VANDERMEER FARMS',
        'PARTNERSHIP, JACOBUS VAN DER MEER and WILHELMINA',
        'VAN DER MEER',
      ],
    ],
    [
      ['organisation ROYNAT CAPITAL INC.'],
      [
        'organisation VANDERMEER GREENHOUSES (2011) LTD.',
        'organisation VANDERMEER FARMS PARTNERSHIP',
        'person JACOBUS VAN DER MEER',
        'person WILHELMINA VAN DER MEER',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      printed: { head: ['ONTARIO', 'SUPERIOR COURT OF JUSTICE', '(COMMERCIAL LIST)'], and: 'and' },
      office: ['330 University Avenue, 9th Floor', 'Toronto, Ontario', 'M5G 1R7'],
      relief: [
        'The plaintiff, Roynat Capital Inc. ("Roynat"), claims against the defendants:',
        '(a) payment of the sum of $3,418,226.19, being the amount owing under the Loan Agreement as at January 31, 2024;',
        '(b) in the alternative, damages in the same amount;',
        '(c) interest at the rate of 9.45% per annum, calculated daily and compounded monthly, in the amount of $884.12 per diem.',
      ],
      said: { amount: 3_418_226.19 },
    },
  ),
  claim(
    'sole proprietor under the firm name and style',
    [
      ['JOSÉ LUIS DE LA CRUZ'],
      [
        'KENNETH R. ST. PIERRE carrying on business under the firm name and style of',
        'ST. PIERRE & SONS ROOFING',
      ],
    ],
    [
      ['person JOSÉ LUIS DE LA CRUZ'],
      [
        'person KENNETH R. ST. PIERRE | carrying on business under the firm name and style of ST. PIERRE & SONS ROOFING',
      ],
    ],
    {
      office: ['155 Elm Street', 'Sudbury, ON P3C 1T9'],
      backsheet: 'SUDBURY',
      relief: [
        'The Plaintiff claims:',
        '(a) Fifty-Two Thousand Five Hundred Dollars ($52,500.00) as damages for breach of contract and negligence;',
        '(b) costs.',
      ],
      said: { court: 'Sudbury', amount: 52_500, simplified: true },
    },
  ),
  claim(
    'Crown, police and officers',
    [
      ['DESHAWN A. CAMPBELL-REID'],
      [
        'HIS MAJESTY THE KING IN RIGHT OF ONTARIO, PEEL REGIONAL POLICE',
        'SERVICES BOARD, CONSTABLE R. McNEIL (Badge #3312),',
        'SERGEANT JANE DOE and CHIEF NISHAN DURAIAPPAH',
      ],
    ],
    [
      ['person DESHAWN A. CAMPBELL-REID'],
      [
        'organisation HIS MAJESTY THE KING IN RIGHT OF ONTARIO',
        'organisation PEEL REGIONAL POLICE SERVICES BOARD',
        'person CONSTABLE R. McNEIL | Badge #3312',
        'person SERGEANT JANE DOE',
        'person CHIEF NISHAN DURAIAPPAH',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['7755 Hurontario Street', 'Brampton, ON L6W 4T1'],
      backsheet: 'Brampton',
      printed: { trial: 'The plaintiff proposes that this action be tried at' },
      trial: 'Brampton, in the Regional Municipality of Peel',
      said: { court: 'Brampton' },
    },
  ),
  claim(
    'also known as, twice',
    [
      ['BANK OF MONTREAL'],
      [
        'THI NGOC NGUYEN, also known as TINA NGUYEN, also known as',
        'THI NGOC TRAN, and HOANG MINH TRAN a.k.a. HARRY TRAN',
      ],
    ],
    [
      ['organisation BANK OF MONTREAL'],
      [
        'person THI NGOC NGUYEN | also known as TINA NGUYEN, also known as THI NGOC TRAN',
        'person HOANG MINH TRAN | a.k.a. HARRY TRAN',
      ],
    ],
    { marks: ['Plaintiff', 'Defendants'], printed: { number: 'Court File No. CV-' } },
  ),
  claim(
    'professional corporations and doctors',
    [
      [
        'EDITH MARY ARMSTRONG and the ESTATE OF HAROLD ARMSTRONG,',
        'by its Estate Trustee, EDITH MARY ARMSTRONG',
      ],
      [
        'DR. S. K. PATEL MEDICINE PROFESSIONAL CORPORATION,',
        'DR. SANJAY K. PATEL, QUINTE HEALTH CARE CORPORATION',
        'and DR. A. B. VAN DYKE',
      ],
    ],
    [
      [
        'person EDITH MARY ARMSTRONG',
        'organisation ESTATE OF HAROLD ARMSTRONG | by its Estate Trustee, EDITH MARY ARMSTRONG',
      ],
      [
        'organisation DR. S. K. PATEL MEDICINE PROFESSIONAL CORPORATION',
        'person DR. SANJAY K. PATEL',
        'organisation QUINTE HEALTH CARE CORPORATION',
        'person DR. A. B. VAN DYKE',
      ],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      office: ['15 Bridge Street West', 'Belleville, Ontario K8P 0C7'],
      backsheet: 'BELLEVILLE',
      said: { court: 'Belleville' },
    },
  ),
  claim(
    'numbered with points',
    [
      ['1. ALICE WONG', '2. BERNARD WONG', '3. WONG HOLDINGS LTD.'],
      ['1. TARION WARRANTY CORPORATION', '2. MATTAMY (ERIN MILLS) LIMITED', '3. ABC CONTRACTOR INC.'],
    ],
    [
      ['person ALICE WONG', 'person BERNARD WONG', 'organisation WONG HOLDINGS LTD.'],
      [
        'organisation TARION WARRANTY CORPORATION',
        'organisation MATTAMY (ERIN MILLS) LIMITED',
        'organisation ABC CONTRACTOR INC.',
      ],
    ],
    {
      marks: ['Plaintiffs', 'Defendants'],
      printed: { between: 'Between:' },
      office: ['491 Steeles Avenue East', 'Milton, ON L9T 1Y7'],
      backsheet: 'MILTON',
      said: { court: 'Milton' },
    },
  ),
  claim(
    'condominium corporation, one name a line',
    [
      ['PEEL STANDARD CONDOMINIUM CORPORATION NO. 843'],
      ['GURPREET SINGH', 'HARJIT KAUR', 'and', 'CITYWIDE PROPERTY MANAGEMENT GROUP INC.'],
    ],
    [
      ['organisation PEEL STANDARD CONDOMINIUM CORPORATION NO. 843'],
      ['person GURPREET SINGH', 'person HARJIT KAUR', 'organisation CITYWIDE PROPERTY MANAGEMENT GROUP INC.'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['7755 Hurontario Street', 'Brampton, ON L6W 4T1'],
      backsheet: 'BRAMPTON',
      said: { court: 'Brampton' },
    },
  ),
  claim(
    'union and members',
    [
      [
        'JEREMY FITZGERALD on his own behalf and on behalf of all members',
        'of the INTERNATIONAL BROTHERHOOD OF ELECTRICAL WORKERS, LOCAL 353',
      ],
      ['ELLIS DON CORPORATION', '-and-', 'THE ONTARIO LABOURERS’ PENSION TRUST FUND'],
    ],
    [
      [
        'person JEREMY FITZGERALD | on his own behalf and on behalf of all members of the INTERNATIONAL BROTHERHOOD OF ELECTRICAL WORKERS, LOCAL 353',
      ],
      ['organisation ELLIS DON CORPORATION', 'organisation THE ONTARIO LABOURERS’ PENSION TRUST FUND'],
    ],
    { marks: ['Plaintiff', 'Defendants'] },
  ),
  claim(
    'mixed case and a family trust',
    [
      ['Robert Scott Mackenzie-Fraser'],
      [
        'Jill Fraser, Douglas Fraser, and Peter J. Fraser as trustees of the Fraser Family Trust (2009), and Fraser Lumber Co. Ltd.',
      ],
    ],
    [
      ['person Robert Scott Mackenzie-Fraser'],
      [
        'person Jill Fraser',
        'person Douglas Fraser',
        'person Peter J. Fraser | as trustees of the Fraser Family Trust (2009)',
        'organisation Fraser Lumber Co. Ltd.',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['159 Cedar Street', 'Timmins, ON P4N 2G2'],
      backsheet: 'Timmins',
      said: { court: 'Timmins' },
    },
  ),
  claim(
    'LLP and formerly',
    [['BORDEN, MACLEOD & PEARCE LLP'], ['ANGELA D’SOUZA, formerly ANGELA FERNANDES']],
    [['organisation BORDEN, MACLEOD & PEARCE LLP'], ['person ANGELA D’SOUZA | formerly ANGELA FERNANDES']],
    {
      office: ['74 Simcoe Street South', 'Oshawa ON'],
      backsheet: 'OSHAWA',
      relief: [
        'The Plaintiff claims as against the Defendant:',
        'a. the sum of $41,987.65 for unpaid legal accounts rendered;',
        'b. pre-judgment interest at 1.3% per month;',
        'c. costs in the amount of $10,000.',
      ],
      said: { court: 'Oshawa', amount: 41_987.65, simplified: true },
    },
  ),
  claim(
    'schedule A',
    [['THE PERSONS LISTED IN SCHEDULE “A” HERETO'], ['AIR TRANSAT A.T. INC.']],
    [[], ['organisation AIR TRANSAT A.T. INC.']],
    { marks: ['Plaintiffs', 'Defendant'] },
  ),
  claim(
    'first nation and minister',
    [
      [
        'CHIEF WILLIAM GEORGE CROWE, on his own behalf and on behalf of',
        'the members of WABASEEMOONG FIRST NATION',
      ],
      ['ATTORNEY GENERAL OF CANADA and DOMTAR INC./DOMTAR LTÉE'],
    ],
    [
      [
        'person CHIEF WILLIAM GEORGE CROWE | on his own behalf and on behalf of the members of WABASEEMOONG FIRST NATION',
      ],
      ['organisation ATTORNEY GENERAL OF CANADA', 'organisation DOMTAR INC./DOMTAR LTÉE'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['216 Water Street', 'Kenora, Ontario P9N 1S4'],
      backsheet: 'KENORA',
      said: { court: 'Kenora' },
    },
  ),
  claim(
    'mortgage, spouse and lender by its agent',
    [
      ['COMPUTERSHARE TRUST COMPANY OF CANADA, by its agent FIRST', 'NATIONAL FINANCIAL GP CORPORATION'],
      ['SHAUN P. GALLAGHER', 'BRENDA L. GALLAGHER'],
    ],
    [
      [
        'organisation COMPUTERSHARE TRUST COMPANY OF CANADA | by its agent FIRST NATIONAL FINANCIAL GP CORPORATION',
      ],
      ['person SHAUN P. GALLAGHER', 'person BRENDA L. GALLAGHER'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['59 Church Street', 'St. Catharines, Ontario L2R 7N8'],
      backsheet: 'ST. CATHARINES',
      relief: [
        'The plaintiff claims:',
        '(a) possession of the lands and premises described in the mortgage;',
        '(b) payment of $387,204.11 plus interest at 6.24% per year;',
        '(c) foreclosure.',
      ],
      said: { form: '14B', court: 'St. Catharines', amount: 387_204.11 },
    },
  ),
  claim(
    'notice of action, driver and owner',
    [
      ['MOHAMED ABDI HASSAN'],
      ['TIMOTHY WAYNE SNIDER, ENTERPRISE RENT-A-CAR CANADA COMPANY and AVIVA GENERAL INSURANCE'],
    ],
    [
      ['person MOHAMED ABDI HASSAN'],
      [
        'person TIMOTHY WAYNE SNIDER',
        'organisation ENTERPRISE RENT-A-CAR CANADA COMPANY',
        'organisation AVIVA GENERAL INSURANCE',
      ],
    ],
    {
      marks: ['Plaintiff(s)', 'Defendant(s)'],
      office: ['85 Frederick Street', 'Kitchener, ON N2H 0A7'],
      backsheet: 'KITCHENER',
      relief: [
        'The Plaintiff’s claim is for general and special damages in the sum of ONE MILLION DOLLARS ($1,000,000.00) arising from a motor vehicle accident that occurred on or about March 3, 2022.',
      ],
      said: { form: '14C', court: 'Kitchener', amount: 1_000_000 },
    },
  ),
  claim(
    'hotel, resort and Roman Catholic board',
    [
      ['SISTER MARY AGNES DOYLE'],
      [
        'THE ROMAN CATHOLIC EPISCOPAL CORPORATION OF THE DIOCESE OF',
        'PETERBOROUGH IN ONTARIO, CANADA',
        'and FATHER LEO KILBRIDE',
      ],
    ],
    [
      ['person SISTER MARY AGNES DOYLE'],
      [
        'organisation THE ROMAN CATHOLIC EPISCOPAL CORPORATION OF THE DIOCESE OF PETERBOROUGH IN ONTARIO, CANADA',
        'person FATHER LEO KILBRIDE',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['70 Simcoe Street', 'Peterborough, ON K9H 7G9'],
      backsheet: 'Peterborough',
      said: { court: 'Peterborough' },
    },
  ),
  claim(
    'operating as, trading as, division',
    [
      ['A-1 TOWING & STORAGE LTD. o/a A-1 RECOVERY'],
      [
        'MICHAEL “MICKEY” O’ROURKE t/a O’ROURKE AUTO SALES',
        'PHH VEHICLE MANAGEMENT SERVICES INC., a division of ELEMENT FLEET CORP.',
      ],
    ],
    [
      ['organisation A-1 TOWING & STORAGE LTD. | o/a A-1 RECOVERY'],
      [
        'person MICHAEL “MICKEY” O’ROURKE | t/a O’ROURKE AUTO SALES',
        'organisation PHH VEHICLE MANAGEMENT SERVICES INC. | a division of ELEMENT FLEET CORP.',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['200 Front Street', 'Sarnia, ON'],
      backsheet: 'SARNIA',
      said: { court: 'Sarnia' },
    },
  ),
  claim(
    'county line, accents and apostrophes',
    [
      ['ANNA-MARÍA DI GIACOMO-O’NEIL'],
      ['ROBERT J. MACDONALD, JR. and THE REGIONAL MUNICIPALITY OF WATERLOO'],
    ],
    [
      ['person ANNA-MARÍA DI GIACOMO-O’NEIL'],
      ['person ROBERT J. MACDONALD, JR.', 'organisation THE REGIONAL MUNICIPALITY OF WATERLOO'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['74 Woolwich Street', 'Guelph, ON N1H 3T9'],
      backsheet: 'GUELPH',
      printed: { trial: 'The plaintiff proposes that this action be tried in the' },
      trial: 'City of Guelph, in the County of Wellington',
      said: { court: 'Guelph' },
    },
  ),
  claim(
    'limited partnership by its general partner',
    [
      ['NORTHVIEW RESIDENTIAL LIMITED PARTNERSHIP, by its general partner', 'NORTHVIEW RESIDENTIAL GP INC.'],
      ['CARLOS MANUEL FERREIRA and MARIA FATIMA FERREIRA, also known as', 'MARY FERREIRA'],
    ],
    [
      [
        'organisation NORTHVIEW RESIDENTIAL LIMITED PARTNERSHIP | by its general partner NORTHVIEW RESIDENTIAL GP INC.',
      ],
      ['person CARLOS MANUEL FERREIRA', 'person MARIA FATIMA FERREIRA | also known as MARY FERREIRA'],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['440 Kent Street West', 'Lindsay, ON K9V 6G8'],
      backsheet: 'LINDSAY',
      said: { court: 'Lindsay' },
    },
  ),
  claim(
    'under disability by the Public Guardian',
    [
      ['WALTER EDWARD KRAUSE, by his Litigation Guardian,', 'THE PUBLIC GUARDIAN AND TRUSTEE'],
      ['REVERA LONG TERM CARE INC. carrying on business as', 'PINEWOOD COURT, and NURSE “X”'],
    ],
    [
      ['person WALTER EDWARD KRAUSE | by his Litigation Guardian, THE PUBLIC GUARDIAN AND TRUSTEE'],
      [
        'organisation REVERA LONG TERM CARE INC. | carrying on business as PINEWOOD COURT',
        'person NURSE “X”',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['125 Brodie Street North', 'Thunder Bay, ON P7C 0A3'],
      backsheet: 'THUNDER BAY',
      said: { court: 'Thunder Bay' },
    },
  ),
  claim(
    'insurers of Lloyd’s, college and students',
    [
      ['CERTAIN UNDERWRITERS AT LLOYD’S, LONDON'],
      ['SENECA COLLEGE OF APPLIED ARTS AND TECHNOLOGY, PRIYA RAMACHANDRAN', 'and YU-TING “TINA” CHEN'],
    ],
    [
      ['organisation CERTAIN UNDERWRITERS AT LLOYD’S, LONDON'],
      [
        'organisation SENECA COLLEGE OF APPLIED ARTS AND TECHNOLOGY',
        'person PRIYA RAMACHANDRAN',
        'person YU-TING “TINA” CHEN',
      ],
    ],
    { marks: ['Plaintiffs', 'Defendants'], printed: { head: ['ONTARIO SUPERIOR COURT OF JUSTICE'] } },
  ),
  claim(
    'town, conservation authority and a builder in brackets',
    [
      ['HEATHER LYNN WHITE', '(hereinafter “White”)'],
      [
        'TOWN OF MIDLAND, NOTTAWASAGA VALLEY CONSERVATION AUTHORITY,',
        'BRIAN KING and KING HOMES (SIMCOE) INC.',
      ],
    ],
    [
      ['person HEATHER LYNN WHITE | hereinafter “White”'],
      [
        'organisation TOWN OF MIDLAND',
        'organisation NOTTAWASAGA VALLEY CONSERVATION AUTHORITY',
        'person BRIAN KING',
        'organisation KING HOMES (SIMCOE) INC.',
      ],
    ],
    {
      marks: ['Plaintiff', 'Defendants'],
      office: ['75 Mulcaster Street', 'Barrie, Ontario L4M 3P2'],
      backsheet: 'BARRIE',
      said: { court: 'Barrie' },
    },
  ),
];
