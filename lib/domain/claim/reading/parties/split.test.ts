import { expect, test } from 'vitest';
import { readParty } from '@/lib/domain/claim/reading/parties/party';
import { splitParties } from '@/lib/domain/claim/reading/parties/split';

/** The parties of a passage as `p NAME | capacity` for a person, `o NAME` for an organisation. */
const read = (passage: string) =>
  splitParties(passage).flatMap((text) => {
    const party = readParty(text, 'plaintiff', 1);
    return party ? [`${party.kind[0]} ${party.name}${party.capacity && ` | ${party.capacity}`}`] : [];
  });

test.each([
  ['JANE DOE and JOHN DOE', 'p JANE DOE', 'p JOHN DOE'],
  ['SMITH, JOHN and DOE, JANE', 'p SMITH, JOHN', 'p DOE, JANE'],
  ['NGUYEN, THI MAI; BELL CANADA', 'p NGUYEN, THI MAI', 'o BELL CANADA'],
  ['ACME HOLDINGS, INC. and UBER B.V., LLC', 'o ACME HOLDINGS, INC.', 'o UBER B.V., LLC'],
  ['SMITH AND SONS LTD.', 'o SMITH AND SONS LTD.'],
  ['THE UNITED COUNTIES OF LEEDS AND GRENVILLE', 'o THE UNITED COUNTIES OF LEEDS AND GRENVILLE'],
  [
    'MINISTER OF NATURAL RESOURCES AND FORESTRY and DAVID LEE',
    'o MINISTER OF NATURAL RESOURCES AND FORESTRY',
    'p DAVID LEE',
  ],
  [
    'UNITED FOOD AND COMMERCIAL WORKERS UNION, LOCAL 175',
    'o UNITED FOOD AND COMMERCIAL WORKERS UNION, LOCAL 175',
  ],
  ['ROE, DOE & SMITH LLP and MARK SMITH', 'o ROE, DOE & SMITH LLP', 'p MARK SMITH'],
  [
    'AVA CLARK, a minor by her litigation guardian TARA CLARK, and TARA CLARK',
    'p AVA CLARK | a minor by her litigation guardian TARA CLARK',
    'p TARA CLARK',
  ],
  [
    'THE ESTATE OF MARY ROE, deceased, by its estate trustee, PETER ROE',
    'o THE ESTATE OF MARY ROE | deceased, by its estate trustee, PETER ROE',
  ],
  [
    'HANNAH GREEN, personally and as Estate Trustee of the Estate of DAVID GREEN',
    'p HANNAH GREEN | personally and as Estate Trustee of the Estate of DAVID GREEN',
  ],
  [
    'GURPREET SINGH DHILLON also known as GURPREET DHILLON and HARJIT KAUR',
    'p GURPREET SINGH DHILLON | also known as GURPREET DHILLON',
    'p HARJIT KAUR',
  ],
  [
    'TOM HANKS carrying on business as Hanks and Sons',
    'p TOM HANKS | carrying on business as Hanks and Sons',
  ],
  ['JOHN DOE, the unidentified driver', 'p JOHN DOE | the unidentified driver'],
  ['CONSTABLE JAMES BROWN (Badge No. 1234)', 'p CONSTABLE JAMES BROWN | Badge No. 1234'],
  ['ANN LEE and the other persons listed in Schedule "A"', 'p ANN LEE'],
  [
    'LÉA FORTIN, mineure, par sa tutrice à l’instance, MARIE FORTIN, et 9123-4567 QUÉBEC INC.',
    'p LÉA FORTIN | mineure, par sa tutrice à l’instance, MARIE FORTIN',
    'o 9123-4567 QUÉBEC INC.',
  ],
  ['MARC LE BLANC, en sa qualité de directeur', 'p MARC LE BLANC | en sa qualité de directeur'],
  ['THE PERSONS LISTED IN SCHEDULE “A” HERETO and AIR TRANSAT A.T. INC.', 'o AIR TRANSAT A.T. INC.'],
  ['CERTAIN UNDERWRITERS AT LLOYD’S, LONDON', 'o CERTAIN UNDERWRITERS AT LLOYD’S, LONDON'],
  ['L’HÔPITAL DE HAWKESBURY ET DISTRICT INC.', 'o L’HÔPITAL DE HAWKESBURY ET DISTRICT INC.'],
  [
    'HEATHER WHITE (hereinafter “White”) and NURSE “X”',
    'p HEATHER WHITE | hereinafter “White”',
    'p NURSE “X”',
  ],
  [
    'MNP LTD., solely in its capacity as receiver of ORBIT INC., and not in its personal capacity',
    'o MNP LTD. | solely in its capacity as receiver of ORBIT INC., and not in its personal capacity',
  ],
  [
    'TRUSTEES OF ST. ANN’S CHURCH and REV. WM. MACINTOSH',
    'o TRUSTEES OF ST. ANN’S CHURCH',
    'p REV. WM. MACINTOSH',
  ],
  ['(name)'],
])('%s', (passage, ...parties) => {
  expect(read(passage)).toEqual(parties);
});

test.each([
  ['JEAN-LUC DE LA TOUR', 'JEAN-LUC', '', 'DE LA TOUR'],
  ['DR. ALAN VAN DER BERG, M.D.', 'ALAN', '', 'VAN DER BERG'],
  ['Anne Marie McDonald Jr.', 'Anne', 'Marie', 'McDonald Jr.'],
  ['NGUYEN, THI MAI', 'THI', 'MAI', 'NGUYEN'],
  ['MADONNA', '', '', 'MADONNA'],
])('the names of %s', (name, firstName, middleName, lastName) => {
  expect(readParty(name, 'defendant', 2)).toMatchObject({ name, firstName, middleName, lastName, page: 2 });
});

test.each([
  ['a minor by her litigation guardian, TARA CLARK', 'minor', 'person', 'TARA CLARK'],
  ['by his litigation guardian, the Children’s Lawyer', null, 'childrensLawyer', ''],
  [
    'a party under disability, by its litigation guardian, THE PUBLIC GUARDIAN AND TRUSTEE',
    'disability',
    'publicGuardian',
    '',
  ],
  ['mineur, par son tuteur à l’instance PAUL ROY', 'minor', 'person', 'PAUL ROY'],
])('a guardian: %s', (capacity, underDisability, guardianKind, guardianName) => {
  const party = readParty(`AVA CLARK, ${capacity}`, 'plaintiff', 1);
  expect(party).toMatchObject({ underDisability, guardianKind, guardianName, capacity });
});

test('what a hostile name is cut to', () => {
  const party = readParty(
    `${'A'.repeat(300)} ${'B'.repeat(180)}, also known as ${'C'.repeat(5000)}`,
    'plaintiff',
    1,
  );
  expect(party?.name).toHaveLength(481);
  expect(party?.capacity.length).toBeLessThanOrEqual(1000);
  expect(readParty('A'.repeat(5000), 'plaintiff', 1)).toBeUndefined();
});

test('a text that was made to be slow is read in part', () => {
  const parties = ['A, by his ', ', ', 'and '].flatMap((bit) => splitParties(bit.repeat(20_000)));
  expect(parties.length).toBeLessThan(5000);
  expect(parties.filter((party) => party.length < 1600).length).toBeGreaterThan(parties.length - 4);
});
