import { getLocale } from 'next-intl/server';
import type { Address } from '@/lib/domain/address';

/** An address as it stands on an envelope, in lines; nothing when it is not known. */
export async function addressText({ address, city, province, postalCode, country }: Address): Promise<string> {
  if (!country) return '';
  const names = new Intl.DisplayNames(`${await getLocale()}-CA`, { type: 'region' });
  const place = [city, province, postalCode].filter(Boolean).join(' ');
  return [address, place, names.of(country)].filter(Boolean).join('\n');
}
