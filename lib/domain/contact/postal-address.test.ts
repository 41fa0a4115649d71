import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinProvince,
  mendPostalCode,
  postalAddressErrors,
  sentField,
  splitProvince,
} from '@/lib/domain/contact/postal-address';

const toronto = {
  address: '1 King St',
  city: 'Toronto',
  country: 'CA',
  province: 'ON',
  postalCode: 'M5V 2T6',
};

describe('a postal code', () => {
  it.each([
    ['m5v2t6', 'CA', 'M5V 2T6'],
    [' M5V-2T6 ', 'CA', 'M5V 2T6'],
    ['100011234', 'US', '10001-1234'],
    ['10001', 'US', '10001'],
    ['sw1a 1aa', 'GB', 'sw1a 1aa'],
    ['nonsense', 'US', 'nonsense'],
    ['m5v 2t', 'CA', 'm5v 2t'],
  ])('%j of %s is written %j', (typed, country, written) => {
    expect(mendPostalCode(typed, country)).toBe(written);
  });

  it.each(['D1A 1A1', 'W1A 1A1', 'Z1A 1A1', 'M5O 2T6', 'M5V 2T', 'M5V 2T66', '12345'])(
    '%j is none in Canada',
    (postalCode) => {
      expect(postalAddressErrors({ ...toronto, postalCode })).toEqual({ postalCode: 'checkPostalCode' });
    },
  );

  it.each(['1000', '100011', '10001-12', 'M5V 2T6'])('%j is none in the USA', (postalCode) => {
    const address = { ...toronto, country: 'US', province: 'NY', postalCode };
    expect(postalAddressErrors(address)).toEqual({ postalCode: 'checkZipCode' });
  });

  it('once written stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('CA', 'US', 'FR', ''), (typed, country) => {
        const written = mendPostalCode(typed, country);
        expect(mendPostalCode(written, country)).toBe(written);
      }),
    );
  });
});

describe('an address', () => {
  it('in Canada or the USA needs all of its fields', () => {
    const nothing = { address: '', city: '', province: '', postalCode: '' };
    const missing = { address: 'enterAddress', city: 'enterCity', province: 'chooseProvince' };
    expect(postalAddressErrors({ ...nothing, country: 'CA' })).toEqual({
      ...missing,
      postalCode: 'enterPostalCode',
    });
    expect(postalAddressErrors({ ...nothing, country: 'US' })).toEqual({
      ...missing,
      postalCode: 'enterZipCode',
    });
  });

  it('takes only a province of its country', () => {
    expect(postalAddressErrors(toronto)).toEqual({});
    expect(postalAddressErrors({ ...toronto, province: 'NY' })).toEqual({ province: 'chooseProvince' });
  });

  it('elsewhere needs neither province nor postal code', () => {
    expect(postalAddressErrors({ ...toronto, country: 'HK', province: '', postalCode: '' })).toEqual({});
  });

  it.each(['', 'XX', 'ca'])('needs a country of the list, which %j is not', (country) => {
    expect(postalAddressErrors({ ...toronto, country })).toEqual({ country: 'chooseCountry' });
  });
});

describe('the two fields of a province', () => {
  it.each([
    ['CA', 'ON'],
    ['US', 'ON'],
    ['FR', 'Bretagne'],
  ])('in %s: %s counts, as it belongs to the country', (country, province) => {
    const typed = { country, province: 'ON', provinceElsewhere: 'Bretagne' };
    expect(joinProvince(typed)).toEqual({ country, province });
  });

  it('are filled again with what was kept', () => {
    const abroad = { ...toronto, country: 'FR', province: 'Bretagne' };
    for (const address of [toronto, abroad]) expect(joinProvince(splitProvince(address))).toEqual(address);
    expect(splitProvince(abroad)).toMatchObject({ province: '', provinceElsewhere: 'Bretagne' });
  });
});

it('says what is wrong with a province at the field that holds it', () => {
  expect(sentField('province', { country: 'FR', provinceElsewhere: 'x' })).toBe('provinceElsewhere');
  expect(sentField('province', { country: 'CA', provinceElsewhere: '' })).toBe('province');
  expect(sentField('city', { country: 'FR', provinceElsewhere: '' })).toBe('city');
});
