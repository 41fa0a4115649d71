import { getLocale, getTranslations } from 'next-intl/server';
import { TextField } from '@/app/ui/form/fields';
import { Select } from '@/app/ui/form/select';
import { COUNTRIES, provincesOf } from '@/lib/domain/contact/places';

/** The countries: Canada and the United States first, the others by name. */
export async function countries() {
  const locale = `${await getLocale()}-CA`;
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const [canada, unitedStates, ...others] = COUNTRIES.map((code) => ({
    value: code,
    label: names.of(code) ?? code,
  }));
  return [canada, unitedStates, ...others.sort((a, b) => a.label.localeCompare(b.label, locale))].filter(
    (country) => country !== undefined,
  );
}

/** The provinces and territories of Canada, then the states of the USA. */
export async function provinces() {
  const locale = await getLocale();
  const t = await getTranslations('province');
  const names = new Intl.DisplayNames(`${locale}-CA`, { type: 'region' });
  return ['CA', 'US'].map((country) => ({
    label: names.of(country) ?? country,
    options: (provincesOf(country) ?? [])
      .map((code) => ({ value: code, label: t(code) }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
  }));
}

/**
 * The fields of a postal address. Outside of Canada and the USA the province is free text: see
 * `joinProvince`.
 */
export async function PostalAddressFields() {
  const t = await getTranslations('address');
  return (
    <div className="group/address">
      <TextField name="address" label={t('address')} autoComplete="street-address" width="full" />
      <TextField name="city" label={t('city')} autoComplete="address-level2" />
      <Select
        name="country"
        label={t('country')}
        placeholder={t('choose')}
        autoComplete="country"
        options={await countries()}
      />
      <Select
        name="province"
        label={t('province')}
        placeholder={t('choose')}
        autoComplete="address-level1"
        options={await provinces()}
      />
      <div className="group-has-[#country_option[value=CA]:checked]/address:hidden group-has-[#country_option[value=US]:checked]/address:hidden">
        <TextField name="provinceElsewhere" need="optional" label={t('provinceElsewhere')} />
      </div>
      <TextField name="postalCode" label={t('postalCode')} autoComplete="postal-code" width="medium" />
    </div>
  );
}
