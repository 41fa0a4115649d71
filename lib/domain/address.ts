import { COUNTRIES, provincesOf } from '@/lib/domain/places';
import { type FieldErrors, optional } from '@/lib/domain/text';

/** The fields of a postal address; what must be given depends on the country, see `addressErrors`. */
export const addressFields = {
  address: optional(),
  city: optional(100),
  country: optional(2),
  province: optional(100),
  postalCode: optional(20),
};

export type Address = {
  address: string;
  city: string;
  country: string;
  province: string;
  postalCode: string;
};

// Letters that Canada Post uses: never D F I O Q U, and W and Z not in front
const POSTAL_CODE = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(\d[ABCEGHJ-NPRSTV-Z]\d)$/;
const ZIP_CODE = /^(\d{5})(\d{4})?$/;

/** Message keys for what is missing or wrong in an address; province and postal code bind in Canada and the USA. */
export function addressErrors(address: Address): FieldErrors {
  const errors: FieldErrors = {};
  if (!address.address) errors.address = 'enterAddress';
  if (!address.city) errors.city = 'enterCity';
  if (!COUNTRIES.includes(address.country)) return { ...errors, country: 'chooseCountry' };
  const provinces = provincesOf(address.country);
  if (provinces && !provinces.includes(address.province)) errors.province = 'chooseProvince';
  const postalCode = postalCodeError(address.postalCode, address.country);
  return postalCode ? { ...errors, postalCode } : errors;
}

/**
 * An address as its page sends it has two fields for the province: `province` is a list, for Canada and the USA, and
 * `provinceElsewhere` a text, for all others. Only the one that belongs to the country counts.
 */
export function joinProvince(typed: unknown): Record<string, unknown> {
  const { provinceElsewhere, ...address } = { ...(typed as Record<string, unknown>) };
  return provincesOf(String(address.country)) ? address : { ...address, province: provinceElsewhere };
}

/** The opposite, to fill the page's fields from an address. */
export function splitProvince<Fields extends { country?: string; province?: string }>(address: Fields) {
  if (provincesOf(address.country ?? '')) return { ...address, provinceElsewhere: '' };
  return { ...address, province: '', provinceElsewhere: address.province ?? '' };
}

/** A postal code as it is written: `m5v2t6` becomes `M5V 2T6`, `100011234` `10001-1234`; else as typed. */
export function mendPostalCode(typed: string, country: string): string {
  const compact = typed.toUpperCase().replace(/[\s-]/g, '');
  if (country === 'CA' && POSTAL_CODE.test(compact)) return compact.replace(POSTAL_CODE, '$1 $2');
  const zip = country === 'US' ? ZIP_CODE.exec(compact) : null;
  if (zip) return zip[2] ? `${zip[1]}-${zip[2]}` : `${zip[1]}`;
  return typed;
}

function postalCodeError(typed: string, country: string): string | undefined {
  const compact = typed.toUpperCase().replace(/[\s-]/g, '');
  if (country === 'CA' && !POSTAL_CODE.test(compact)) return typed ? 'checkPostalCode' : 'enterPostalCode';
  if (country === 'US' && !ZIP_CODE.test(compact)) return typed ? 'checkZipCode' : 'enterZipCode';
  return undefined;
}
