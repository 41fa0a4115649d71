import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

// North America: neither the area nor the exchange starts with 0 or 1 or ends in 11
const NORTH_AMERICAN = /^[2-9](?!11)\d{2}[2-9](?!11)\d{6}$/;
const NORTH_AMERICA = '1';

/**
 * Whether a number can be dialled from `country` (ISO 3166-1 alpha-2). A number with a leading + can be from
 * anywhere.
 */
export function isPhone(typed: string, country: string): boolean {
  const phone = parse(typed, country);
  if (!phone) return false;
  return phone.countryCallingCode === NORTH_AMERICA
    ? NORTH_AMERICAN.test(phone.nationalNumber)
    : phone.isValid();
}

/**
 * A number in its usual form: `416-555-0123` for North America in North America, `+33 1 23 45 67 89` otherwise. Any
 * other number stays as it is.
 */
export function mendPhone(typed: string, country: string): string {
  const phone = parse(typed, country);
  if (!phone || !isPhone(typed, country)) return typed;
  const local = formatExtension(
    phone.nationalNumber.replace(/^(\d{3})(\d{3})/, '$1-$2-'),
    `${phone.ext ?? ''}`,
  );
  const isLocal = phone.countryCallingCode === NORTH_AMERICA && isPhone(local, country);
  return isLocal ? local : phone.formatInternational({ formatExtension });
}

function formatExtension(number: string, extension: string): string {
  return extension ? `${number} x${extension}` : number;
}

function parse(typed: string, country: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(
    typed,
    isSupportedCountry(country) ? (country as CountryCode) : undefined,
  );
}
