import { describe, expect, it } from 'vitest';
import { defendantForm, partyForm, partyName, plaintiffForm } from '@/lib/domain/claim/party';

const person = {
  kind: 'person',
  lastName: 'Roy',
  firstName: 'Ann',
  middleName: 'Marie',
  address: '1 King St',
  city: 'Sudbury',
  country: 'CA',
  province: 'ON',
  postalCode: 'p3c1t9',
  representation: 'self',
};
const company = {
  ...person,
  kind: 'organisation',
  organisationName: 'Acme Ltd.',
  organisationKind: 'corporation',
};

function errors(form: typeof plaintiffForm, typed: Record<string, string>) {
  const issues = form.safeParse(typed).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path[0], message]));
}

describe('any party', () => {
  it('has a name by its kind, and keeps nothing of the other kind', () => {
    expect(partyName(plaintiffForm.parse(person))).toBe('Ann Marie Roy');
    const parsed = plaintiffForm.parse({ ...company, underDisability: 'minor', guardianName: 'Bob' });
    expect(partyName(parsed)).toBe('Acme Ltd.');
    expect(parsed).toMatchObject({ lastName: '', underDisability: 'no', guardianName: '' });
  });

  it.each([
    [
      { kind: 'person', lastName: '', firstName: '' },
      { lastName: 'enterLastName', firstName: 'enterFirstName' },
    ],
    [
      { kind: 'organisation' },
      { organisationName: 'enterOrganisationName', organisationKind: 'chooseOrganisationKind' },
    ],
    [{ kind: 'robot' }, { kind: 'choosePartyKind' }],
    [{ phone: '12' }, { phone: 'checkPhone' }],
    [{ email: 'ann' }, { email: 'checkEmail' }],
  ])('with %j says %j', (changes, said) => {
    expect(errors(plaintiffForm, { ...person, ...changes })).toEqual(said);
  });

  it('may be a person with one name alone, where the form says so', () => {
    const one = { ...person, lastName: 'Suharto', firstName: '' };
    expect(errors(plaintiffForm, one)).toEqual({ firstName: 'enterFirstName' });
    for (const form of [plaintiffForm, defendantForm]) {
      const party = form.parse({ ...one, noFirstName: 'on', middleName: 'M' });
      expect(partyName(party)).toBe('Suharto');
    }
    expect(partyName({ ...person, noFirstName: 'on' })).toBe('Roy');
    expect(errors(plaintiffForm, { ...one, noFirstName: 'on', lastName: '' })).toEqual({
      lastName: 'enterLastName',
    });
  });

  it('may have long names', () => {
    const long = (length: number) => 'n'.repeat(length);
    const names = { organisationName: long(500), alsoKnownAs: long(1000) };
    expect(errors(defendantForm, { ...company, ...names })).toEqual({});
    const lawyer = { representation: 'lawyer', lawyerName: 'C. Roy', lawyerFirm: long(300) };
    expect(errors(plaintiffForm, { ...person, ...lawyer, lastName: long(500) })).toEqual({});
    const longer = { organisationName: long(501), alsoKnownAs: long(1001), ...lawyer, lawyerFirm: long(301) };
    expect(Object.keys(errors(defendantForm, { ...company, ...longer })).sort()).toEqual([
      'alsoKnownAs',
      'lawyerFirm',
      'organisationName',
    ]);
  });

  it('with a lawyer names them', () => {
    const lawyer = { ...person, representation: 'lawyer' };
    expect(errors(plaintiffForm, lawyer)).toEqual({ lawyerName: 'enterLawyerName' });
    expect(
      plaintiffForm.parse({ ...lawyer, lawyerName: 'C. Roy', lawyerNumber: ' 12345 a' }).lawyerNumber,
    ).toBe('12345A');
    expect(errors(plaintiffForm, { ...lawyer, lawyerName: 'C. Roy', lawyerNumber: '1234A' })).toEqual({
      lawyerNumber: 'checkLawyerNumber',
    });
    expect(plaintiffForm.parse({ ...person, lawyerName: 'C. Roy' }).lawyerName).toBe('');
  });
});

describe('a plaintiff', () => {
  it('under disability has a litigation guardian', () => {
    expect(errors(plaintiffForm, { ...person, underDisability: 'minor' })).toEqual({
      guardianName: 'enterGuardianName',
    });
    expect(
      plaintiffForm.parse({ ...person, underDisability: 'minor', guardianName: 'Bob Roy' }),
    ).toMatchObject({
      guardianName: 'Bob Roy',
      guardianKind: 'person',
    });
  });

  it('may have an office as litigation guardian, without a name', () => {
    const typed = { ...person, underDisability: 'disability', guardianKind: 'publicGuardian' };
    expect(plaintiffForm.parse(typed)).toMatchObject({ guardianKind: 'publicGuardian', guardianName: '' });
  });

  it('has an address, and knows who represents them', () => {
    expect(errors(plaintiffForm, { kind: 'person', representation: 'unknown' })).toEqual({
      lastName: 'enterLastName',
      firstName: 'enterFirstName',
      address: 'enterAddress',
      city: 'enterCity',
      country: 'chooseCountry',
      representation: 'chooseRepresentation',
    });
  });
});

describe('a defendant', () => {
  it('may have an unknown address and an unknown lawyer', () => {
    const typed = { ...person, addressUnknown: 'on', representation: 'unknown', address: 'forgotten' };
    expect(defendantForm.parse(typed)).toMatchObject({ address: '', country: '', representation: 'unknown' });
  });

  it('otherwise has an address', () => {
    expect(errors(defendantForm, { ...person, city: '' })).toEqual({ city: 'enterCity' });
  });

  it('may have a street without its postal code, but no wrong one', () => {
    for (const place of [{}, { country: 'US', province: 'NY' }]) {
      const party = { ...person, ...place };
      expect(errors(defendantForm, { ...party, postalCode: '' })).toEqual({});
      expect(Object.keys(errors(defendantForm, { ...party, postalCode: '12' }))).toEqual(['postalCode']);
      expect(Object.keys(errors(plaintiffForm, { ...party, postalCode: '' }))).toEqual(['postalCode']);
    }
    expect(errors(defendantForm, { ...person, postalCode: '', address: '' })).toEqual({
      address: 'enterAddress',
    });
  });

  it('under disability needs no litigation guardian yet', () => {
    expect(errors(defendantForm, { ...person, underDisability: 'disability' })).toEqual({});
  });
});

it('the form goes by the role', () => {
  expect(partyForm('plaintiff')).toBe(plaintiffForm);
  expect(partyForm('defendant')).toBe(defendantForm);
});

it('is named by what was typed so far', () => {
  expect(partyName({ lastName: 'Roy ' })).toBe('Roy');
  expect(partyName({ kind: 'organisation', lastName: 'Roy', organisationName: 'Acme' })).toBe('Acme');
  expect(partyName({ firstName: ' ' })).toBe('');
});
