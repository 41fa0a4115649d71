import { COUNTRIES, provincesOf } from '@/lib/domain/contact/places';
import { type FieldErrors, isOneOf, optional } from '@/lib/domain/text';
import type { ErrorKey } from '@/lib/messages/catalogue';

/** The fields of a postal address; `postalAddressErrors` says which of them a country requires. */
export const postalAddressFields = {
  address: optional(),
  city: optional(100),
  country: optional(2),
  province: optional(100),
  postalCode: optional(20),
};

export type PostalAddress = {
  address: string;
  city: string;
  country: string;
  province: string;
  postalCode: string;
};

// Letters that Canada Post uses: never D F I O Q U, and W and Z not in front
const POSTAL_CODE = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(\d[ABCEGHJ-NPRSTV-Z]\d)$/;
const ZIP_CODE = /^(\d{5})(\d{4})?$/;

/**
 * Message keys of the fields that are missing or wrong. Canada and the USA require a province and a postal
 * code.
 */
export function postalAddressErrors(address: PostalAddress): FieldErrors {
  const errors: FieldErrors = {};
  if (!address.address) errors.address = 'enterAddress';
  if (!address.city) errors.city = 'enterCity';
  if (!COUNTRIES.includes(address.country)) return { ...errors, country: 'chooseCountry' };
  const provinces = provincesOf(address.country);
  if (provinces && !isOneOf(provinces, address.province)) errors.province = 'chooseProvince';
  const postalCode = postalCodeError(address.postalCode, address.country);
  return postalCode ? { ...errors, postalCode } : errors;
}

/**
 * The fields of a form with one province. The form has two: `province` is a list for Canada and the USA, and
 * `provinceElsewhere` is free text for all other countries. Only the field that belongs to the country
 * counts.
 */
export function joinProvince<Value>({ provinceElsewhere, ...fields }: Record<string, Value>) {
  const province = provincesOf(String(fields.country)) ? fields.province : provinceElsewhere;
  return { ...fields, ...(province !== undefined && { province }) };
}

/** The field of the form that holds what is checked under this name: of the two for the province, the one that counts. */
export function sentField(name: string, sent: { country?: string; provinceElsewhere?: string }): string {
  const isElsewhere = sent.provinceElsewhere !== undefined && !provincesOf(sent.country ?? '');
  return name === 'province' && isElsewhere ? 'provinceElsewhere' : name;
}

/** The opposite of `joinProvince`: the fields of a form, filled from an address. */
export function splitProvince<Fields extends { country?: string; province?: string }>(address: Fields) {
  if (provincesOf(address.country ?? '')) return { ...address, provinceElsewhere: '' };
  return { ...address, province: '', provinceElsewhere: address.province ?? '' };
}

/**
 * A postal code in its usual form: `M5V 2T6` for `m5v2t6`, `10001-1234` for `100011234`. Any other code stays
 * as it is.
 */
export function mendPostalCode(typed: string, country: string): string {
  const compact = typed.toUpperCase().replace(/[\s-]/g, '');
  if (country === 'CA' && POSTAL_CODE.test(compact)) return compact.replace(POSTAL_CODE, '$1 $2');
  const zip = country === 'US' ? ZIP_CODE.exec(compact) : null;
  if (zip) return zip[2] ? `${zip[1]}-${zip[2]}` : `${zip[1]}`;
  return typed;
}

function postalCodeError(typed: string, country: string): ErrorKey | undefined {
  const compact = typed.toUpperCase().replace(/[\s-]/g, '');
  if (country === 'CA' && !POSTAL_CODE.test(compact)) return typed ? 'checkPostalCode' : 'enterPostalCode';
  if (country === 'US' && !ZIP_CODE.test(compact)) return typed ? 'checkZipCode' : 'enterZipCode';
  return undefined;
}
