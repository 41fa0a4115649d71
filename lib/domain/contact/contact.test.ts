import { expect, it } from 'vitest';
import { contactForm, contactName, contactOf } from '@/lib/domain/contact/contact';
import { contactToFile } from '@/lib/domain/contact/contact-v1';
import { splitFirstName } from '@/lib/domain/contact/person-name';

const typed = {
  kind: 'individual',
  lastName: ' Roy ',
  firstName: 'Ann',
  firm: '',
  address: '1 King St',
  city: 'Toronto',
  country: 'CA',
  province: 'ON',
  postalCode: 'm5v2t6',
  phone: '(416) 555 0123',
  extension: '',
  fax: '416.555.0124',
  email: 'ann@example.com',
};

function errors(changes: Record<string, string>) {
  const issues = contactForm.safeParse({ ...typed, ...changes }).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path[0], message]));
}

it('comes out as it is written', () => {
  const contact = contactForm.parse(typed);
  expect(contactOf(contact)).toEqual({
    ...typed,
    lastName: 'Roy',
    postalCode: 'M5V 2T6',
    phone: '416-555-0123',
    fax: '416-555-0124',
  });
  expect(contactName(contact)).toBe('Ann Roy');
});

it('says everything that is missing at once', () => {
  const issues = contactForm.safeParse({}).error?.issues ?? [];
  expect(Object.fromEntries(issues.map(({ path, message }) => [path[0], message]))).toEqual({
    kind: 'chooseContactKind',
    lastName: 'enterLastName',
    firstName: 'enterFirstName',
    address: 'enterAddress',
    city: 'enterCity',
    country: 'chooseCountry',
    phone: 'enterPhone',
    email: 'enterEmail',
  });
});

it.each([
  [{ phone: '416-555' }, { phone: 'checkPhone' }],
  [{ fax: '12' }, { fax: 'checkFax' }],
  [{ extension: 'x12' }, { extension: 'checkExtension' }],
  [{ country: 'US' }, { province: 'chooseProvince', postalCode: 'checkZipCode' }],
  [{ email: 'ann' }, { email: 'checkEmail' }],
])('with %j says %j', (changes, said) => {
  expect(errors(changes)).toEqual(said);
});

it('is of a person with one name alone, where the form says so', () => {
  expect(errors({ firstName: '' })).toEqual({ firstName: 'enterFirstName' });
  const form = contactForm.parse({ ...typed, firstName: 'Ann', lastName: 'Suharto', noFirstName: 'on' });
  const contact = contactOf(form);
  expect(contactName(contact)).toBe('Suharto');
  expect(contactToFile(contact)).toEqual({ version: 1, ...contact });
  expect(splitFirstName(contact)).toMatchObject({ firstName: '', noFirstName: 'on' });
  expect(splitFirstName(contactOf(contactForm.parse(typed)))).toMatchObject({ noFirstName: '' });
});

it.each([
  ['CA', 'ON', 'M5V 2T6'],
  ['US', 'AE', '09021'],
  ['US', 'AP', '96278'],
  ['US', 'AA', '34023'],
  ['XK', '', '10000'],
])('takes a postal address in %s %s', (country, province, postalCode) => {
  expect(errors({ country, province, postalCode, phone: '+1 416 555 0123', fax: '' })).toEqual({});
});
