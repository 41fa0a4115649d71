import { z } from 'zod';
import { errorKey, type FieldErrors } from '@/lib/domain/text';

/** A checkbox beside a person's names: `on` when the person has one name alone, which stands as the last name. */
export const noFirstName = z.enum(['', 'on'], { error: errorKey('checkNoFirstName') }).prefault('');

/** A first name is given, or the form says that there is none. */
export function firstNameErrors(person: { firstName: string; noFirstName: string }): FieldErrors {
  return person.firstName || person.noFirstName === 'on' ? {} : { firstName: 'enterFirstName' };
}

/** Names in the order in which they are said, without those that a person does not have. */
export function joinNames(...names: (string | undefined)[]): string {
  return names.filter(Boolean).join(' ').trim();
}

/** The values of a form, filled from names that are complete: an empty first name was left out by choice. */
export function splitFirstName<Person extends { firstName: string; lastName: string }>(person: Person) {
  const isOneWord = person.lastName !== '' && person.firstName === '';
  return { ...person, noFirstName: isOneWord ? 'on' : '' };
}
