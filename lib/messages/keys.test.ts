import { expect, it } from 'vitest';
import type { z } from 'zod';
import { newPasswordForm, signInForm, signUpForm } from '@/lib/domain/account/account';
import { SECURITY_QUESTIONS } from '@/lib/domain/account/security-question';
import {
  courtStep,
  DOCUMENT_TYPES,
  languageStep,
  natureStep,
  procedureStep,
  typeStep,
} from '@/lib/domain/claim/claim';
import { DOCUMENT_KINDS, REFUSAL_CODES } from '@/lib/domain/claim/document';
import {
  DISABILITIES,
  defendantForm,
  GUARDIAN_KINDS,
  ORGANISATION_KINDS,
  plaintiffForm,
  REPRESENTATIONS,
} from '@/lib/domain/claim/party';
import { contactForm } from '@/lib/domain/contact/contact';
import { provincesOf } from '@/lib/domain/contact/places';
import { REGIONS } from '@/lib/domain/court/court';
import { holidays } from '@/lib/domain/court/holidays';
import { HOLD_REASONS } from '@/lib/domain/filing/hold';
import { WAIT_STEPS } from '@/lib/domain/health/waits';
import { numberForm } from '@/lib/domain/register/verification-form';
import { NATURES } from '@/lib/domain/settings/nature';
import { errorOf } from '@/lib/domain/text';
import { en, fr } from '@/lib/messages/catalogue';

const lists: [keyof typeof en & keyof typeof fr, readonly string[]][] = [
  ['documentKind', DOCUMENT_KINDS],
  ['documentType', DOCUMENT_TYPES],
  ['guardianKind', GUARDIAN_KINDS],
  ['holdName', HOLD_REASONS],
  ['holdReason', HOLD_REASONS],
  ['holiday', holidays(2026).map(({ name }) => name)],
  ['nature', NATURES],
  ['organisationKind', ORGANISATION_KINDS],
  ['province', [...(provincesOf('CA') ?? []), ...(provincesOf('US') ?? [])]],
  ['refusal', REFUSAL_CODES],
  ['region', REGIONS],
  ['representation', REPRESENTATIONS],
  ['securityQuestion', SECURITY_QUESTIONS],
  ['underDisability', DISABILITIES],
  ['waits', WAIT_STEPS],
];

it.each(lists)('every %s has its words in both languages', (name, list) => {
  expect(Object.keys(en[name])).toEqual(expect.arrayContaining([...list]));
  expect(Object.keys(fr[name])).toEqual(expect.arrayContaining([...list]));
});

const forms: Record<string, z.ZodObject> = {
  signUpForm,
  signInForm,
  newPasswordForm,
  contactForm,
  typeStep,
  courtStep,
  natureStep,
  procedureStep,
  languageStep,
  plaintiffForm,
  defendantForm,
  numberForm,
};

it.each(Object.entries(forms))(
  '%s speaks in both languages of what is missing, wrong or too long',
  (_, form) => {
    const filledWith = (value: unknown) =>
      Object.fromEntries(Object.keys(form.shape).map((field) => [field, value]));
    const inputs = [{}, filledWith('?'), filledWith('x'.repeat(2000)), filledWith(7), filledWith({})];
    const keys = inputs
      .flatMap((input) => form.safeParse(input).error?.issues ?? [])
      .map(({ message }) => message);
    expect(keys.length).toBeGreaterThan(0);
    expect(Object.keys(en.errors)).toEqual(expect.arrayContaining(keys));
    expect(Object.keys(fr.errors)).toEqual(expect.arrayContaining(keys));
  },
);

it.each(Object.entries(forms))('names every field of %s that may be too long', (_, form) => {
  const fields = Object.keys(form.shape);
  const issues =
    form.safeParse(Object.fromEntries(fields.map((field) => [field, 'x'.repeat(5000)]))).error?.issues ?? [];
  const long = issues
    .filter((issue) => typeof errorOf(issue) === 'object')
    .map(({ path }) => String(path[0]));
  expect(Object.keys(en.fieldName)).toEqual(expect.arrayContaining(long));
});
