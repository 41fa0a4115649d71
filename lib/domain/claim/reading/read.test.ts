import { describe, expect, it, test } from 'vitest';
import { readClaimLines } from '@/lib/domain/claim/reading/read';
import { typedLines } from '@/lib/testing/claim/written/typed';

const heading = `                                             Court File No. CV-26-________-0000
                              ONTARIO
                      SUPERIOR COURT OF JUSTICE
`;
const rest = `
                            STATEMENT OF CLAIM
TO THE DEFENDANT
A LEGAL PROCEEDING HAS BEEN COMMENCED AGAINST YOU by the plaintiff.
                             Address of      330 University Avenue
                             court office:   Toronto, Ontario M5G 1R7
TO:     ACME INC.
        1 Bay Street
        Toronto, ON M5J 2R8
\f                                CLAIM
1.   The plaintiff claims:
     (a)   damages in the amount of $300,000;
2.   The plaintiff is a person.
`;
const read = (typed: string) => readClaimLines(typedLines(typed), 2);
const names = (title: string) =>
  read(heading + title + rest).parties.map(({ role, name }) => `${role[0]} ${name}`);

describe('a claim', () => {
  const reading = read(`${heading}BETWEEN:
                           JANE ROE
                                                        Plaintiff
                           - and -
                           ACME INC.
                                                        Defendant
${rest}`);

  it('says its form, its court, its amount and its parties', () => {
    expect(reading).toMatchObject({
      ...{
        form: '14A',
        kind: 'claim',
        language: 'english',
        simplified: false,
        fileNumber: null,
        courtName: true,
      },
      court: { id: 'toronto', page: 1 },
      amount: { cents: 30_000_000, page: 2 },
    });
  });

  it('gives a party the address at which it is sent', () => {
    const address = {
      address: '1 Bay Street',
      city: 'Toronto',
      province: 'ON',
      postalCode: 'M5J 2R8',
      country: 'CA',
    };
    expect(reading.parties[1]).toMatchObject({ name: 'ACME INC.', organisationKind: 'corporation', address });
  });
});

const side = '                                                        ';
test.each([
  [
    'on the row of BETWEEN',
    `BETWEEN:                JANE ROE\n${side}Plaintiff\n        - and -\n        ACME INC.\n${side}Defendant`,
  ],
  ['behind the names', 'BETWEEN:\nJANE ROE, Plaintiff\nand\nACME INC., Defendant'],
  ['in brackets', `B E T W E E N :\nJANE ROE\n${side}(Plaintiff)\n-and-\nACME INC.\n${side}(Defendant)`],
  [
    'in two languages',
    `BETWEEN / ENTRE :\n  JANE ROE\n${side}Plaintiff(s) / Demandeur(s)\n  - and / et -\n  ACME INC.\n${side}Defendant(s) / Défendeur(s)`,
  ],
  [
    'beside braces',
    `BETWEEN:                      )\nJANE ROE                      )\n             Plaintiff        )\n  - and -                     )\nACME INC.                     )\n             Defendant        )`,
  ],
  ['without BETWEEN', `  JANE ROE\n${side}Plaintiff\n  - and -\n  ACME INC.\n${side}Defendant`],
  ['misread', `BETWEEN;\n  JANE ROE\n${side}PIaintiff\n  - and -\n  ACME INC.\n${side}Defendant(s]`],
  [
    'with a third party',
    `BETWEEN:\n  JANE ROE\n${side}Plaintiff\n  - and -\n  ACME INC.\n${side}Defendant\n  - and -\n  OTHER LTD.\n${side}Third Party`,
  ],
])('a title with its sides %s', (_, title) => {
  expect(names(title)).toEqual(['p JANE ROE', 'd ACME INC.']);
});

test('a title whose mark stands beside the first of several names', () => {
  const title = `BETWEEN:\nJANE ROE\n${side}Plaintiff\nand\nACME INC.${side}Defendants\nJOHN DOE\nTHE CORPORATION OF THE CITY OF\nHAMILTON`;
  expect(names(title)).toEqual([
    'p JANE ROE',
    'd ACME INC.',
    'd JOHN DOE',
    'd THE CORPORATION OF THE CITY OF HAMILTON',
  ]);
});

test('a form that nobody filled in proposes nothing', () => {
  const reading = read(`                  Court File No. ________
ONTARIO\nSUPERIOR COURT OF JUSTICE\nBETWEEN:\n(name)\n${side}Plaintiff\nand\n(name)\n${side}Defendant
STATEMENT OF CLAIM\nTO THE DEFENDANT\nIF YOU PAY THE PLAINTIFF'S CLAIM, and $        for costs
(In an action under the simplified procedure provided in Rule 76, add:)
THIS ACTION IS BROUGHT AGAINST YOU UNDER THE SIMPLIFIED PROCEDURE PROVIDED IN RULE 76.
1. The plaintiff claims: (State here the precise relief claimed.)`);
  expect(reading).toMatchObject({
    form: '14A',
    parties: [],
    court: null,
    amount: null,
    simplified: null,
    fileNumber: null,
  });
});

test.each([
  ['This action is brought under the simplified procedure provided in Rule 76.', true],
  ['This action is not brought under the simplified procedure provided in Rule 76.', false],
  ['LA PRÉSENTE ACTION EST INTENTÉE SELON LA PROCÉDURE SIMPLIFIÉE PRÉVUE À LA RÈGLE 76.', true],
  ['L’action n’est pas intentée selon la procédure simplifiée.', false],
  ['The limit of Rule 76 does not apply.', false],
])('%s', (sentence, simplified) => {
  expect(read(`${heading}${rest}\n9. ${sentence}`).simplified).toBe(simplified);
});

test.each([
  ['STATEMENT OF DEFENCE\n1. The defendant denies the statement of claim.', null],
  [
    'AFFIDAVIT OF TARA CLARK\nI consent to act as litigation guardian of the plaintiff.',
    'guardian-affidavit',
  ],
  ['REQUISITION\nI require that this action be a bilingual proceeding.', 'bilingual-request'],
  ['CONSENT\nThe defendant consents to the filing of documents in French.', 'french-consent'],
  ['FACTUM OF THE MOVING PARTY', null],
])('another document: %s', (text, kind) => {
  expect(read(`${heading}${text}`)).toMatchObject({ form: null, kind, parties: [] });
});

test('the place of trial is the court only where nothing else is', () => {
  const trial =
    'The plaintiff proposes that this action be tried at the City of Hamilton, in the Province of Ontario.';
  expect(read(`${heading}${rest}\n9. ${trial}`).court?.id).toBe('toronto');
  expect(read(`${heading}STATEMENT OF CLAIM\n1. The plaintiff claims: $1.\n9. ${trial}`).court?.id).toBe(
    'hamilton',
  );
});

test('an empty page says nothing', () => {
  expect(read('')).toMatchObject({ text: false, form: null, pages: 2 });
});

describe('a name that is not sure', () => {
  const unsure = (title: string) =>
    read(heading + title + rest).parties.flatMap(({ name, isUnsure }) => (isUnsure ? [name] : []));

  it('is marked where a narrow line broke it, and where one word may be a person or a firm', () => {
    const broken = `BETWEEN:
             SIMCOE MUSKOKA CATHOLIC
             DISTRICT SCHOOL BOARD
                                                        Plaintiff
                           - and -
             RAMACHANDRAN
                                                        Defendant
`;
    const marked = unsure(broken);
    expect(marked).toContain('RAMACHANDRAN');
    expect(marked.length).toBeGreaterThan(1);
  });

  it('is not marked where commas and endings part the names', () => {
    expect(
      unsure(`BETWEEN:
             JANE ROE, JOHN ROE and ACME HOLDINGS INC.
                                                        Plaintiffs
                           - and -
             NORTHERN ELEVATOR LTD.
                                                        Defendant
`),
    ).toEqual([]);
  });

  it('goes on where a line ends within a capacity, and "et al." is nobody', () => {
    const title = `BETWEEN:
             ANN ROE and BO ROE, as trustees of THE ROE
             FAMILY TRUST (2014)
                                                        Plaintiffs
                           - and -
             ACME TURBINES A/S, JANE DOE, et al.
                                                        Defendants
`;
    expect(names(title)).toEqual(['p ANN ROE', 'p BO ROE', 'd ACME TURBINES A/S', 'd JANE DOE']);
    expect(read(heading + title + rest).parties[2]?.kind).toBe('organisation');
  });
});

describe('a side that is not marked', () => {
  const sides = (title: string) =>
    read(heading + title + rest).parties.map(
      ({ role, name, isRoleUnsure = false }) => `${role[0]} ${name}${isRoleUnsure ? ' ?' : ''}`,
    );
  const title = (plaintiff: string, between: string, defendant: string) => `BETWEEN:
                           JANE ROE
${plaintiff}
                           ${between}
                           ACME INC.
${defendant}
`;
  const [marked = '', other = ''] = ['Plaintiff', 'Defendant'].map((mark) => ' '.repeat(56) + mark);

  it('is known by its place and marked to be checked, above the word between the sides as below it', () => {
    expect(sides(title('', '- and -', other))).toEqual(['p JANE ROE ?', 'd ACME INC.']);
    expect(sides(title(marked, '- and -', ''))).toEqual(['p JANE ROE', 'd ACME INC. ?']);
    expect(sides(title(marked, 'v.', ''))).toEqual(['p JANE ROE', 'd ACME INC. ?']);
  });

  it('is left as it is written, and marked, where both sides have the same word', () => {
    expect(sides(title(marked, '- and -', marked))).toEqual(['p JANE ROE', 'p ACME INC. ?']);
  });

  it('is not looked for where both sides are marked, or where no word stands between them', () => {
    expect(sides(title(marked, '- and -', other))).toEqual(['p JANE ROE', 'd ACME INC.']);
    expect(sides(title('', '', other))).toEqual(['d JANE ROE', 'd ACME INC.']);
  });

  it('may be any of them where several such words stand among the names', () => {
    const several = title('', '- and -', `                           - and -\n   JOHN ROE\n${other}`);
    expect(sides(several)).toEqual(['d JANE ROE ?', 'd ACME INC. ?', 'd JOHN ROE ?']);
  });

  it('is not sure above a second such word, where the mark of the side before stands beside its name', () => {
    const beside = `BETWEEN:
                           JANE ROE                     Plaintiffs
                           - and -
                           JOHN ROE
                           - and -
                           ACME INC.                    Defendant
`;
    expect(sides(beside)).toEqual(['p JANE ROE', 'd JOHN ROE ?', 'd ACME INC.']);
  });
});
