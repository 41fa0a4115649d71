import { z } from 'zod';
import type { ErrorKey } from '@/lib/messages/catalogue';

/** The message key of each error, by the name of its field. */
export type FieldErrors = Record<string, ErrorKey>;

/** Names the message of a schema's error. The compiler checks that the key exists. */
export const errorKey = (key: ErrorKey): ErrorKey => key;

/**
 * The message key of a schema's issue. Every schema sets its messages by `errorKey`;
 * lib/messages/keys.test.ts checks that.
 */
const keyOf = (issue: { message: string }): ErrorKey => issue.message as ErrorKey;

/** What is wrong with a field: a message key, and for a text that is too long also the most characters that it may have. */
export type FieldError = ErrorKey | { key: 'tooLong'; most: number };

/** The error of a schema's issue, as `keyOf`. */
export function errorOf(issue: z.core.$ZodIssue): FieldError {
  const key = keyOf(issue);
  return key === 'tooLong' && issue.code === 'too_big' ? { key, most: Number(issue.maximum) } : key;
}

/** Of any field that failed, this many characters are kept, to be shortened or mended. */
const KEPT = 4_000;

/** The beginning of a text that was typed, without halves of characters and without NUL, which nothing can store. */
export function keptOf(typed: string): string {
  return typed.slice(0, KEPT).replace(/[\0\p{Cs}]/gu, '');
}

/** Whether a text is in a closed list, whose members have messages. */
export function isOneOf<Member extends string>(
  list: readonly Member[],
  text: string | null | undefined,
): text is Member {
  return list.some((member) => member === text);
}

const LONGEST = 200;
/** A firm's name, which may list its partners. */
export const LONGEST_FIRM = 300;

/** Scripts in which a joiner between two letters changes the word that is read; Unicode Standard Annex 31, 2.3. */
const joinedScripts = [
  ...[
    'Arabic',
    'Syriac',
    'Mongolian',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
    'Telugu',
  ],
  ...['Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan', 'Thaana', 'Nko'],
];
const joined = `[${joinedScripts.map((script) => `\\p{Script_Extensions=${script}}`).join('')}]`;

/** Signs that show nothing. What they do to the letters around them is kept: joined letters, and emoji of several parts. */
const invisible = new RegExp(
  `(?<=${joined})([\\u200C\\u200D])(?=${joined})|(?<=\\p{Extended_Pictographic}[\\uFE0F\\p{EMod}]?)(\\u200D)(?=\\p{Extended_Pictographic})|(?<=\\p{Emoji})(\\uFE0F)|[\\p{Cf}\\p{Default_Ignorable_Code_Point}]`,
  'gu',
);

/** A text without signs that show nothing, except joiners that belong to the letters around them. */
export const withoutInvisible = (text: string): string =>
  text.replace(invisible, (_, joiner = '', inEmoji = '', variant = '') => joiner + inEmoji + variant);

/** Signs that are drawn as nothing although Unicode does not call them invisible: an empty Braille cell and note head. */
const blank = /[\u2800\u{1D159}]/gu;

/** One line of text as intended: composed letters, no control or invisible characters, single spaces. */
export function tidy(typed: string): string {
  return withoutInvisible(typed.normalize('NFC'))
    .replace(blank, ' ')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** A required text; `error` is the message key if it is missing. */
export function required(error: ErrorKey, longest = LONGEST) {
  return z.string({ error }).overwrite(tidy).min(1, error).max(longest, errorKey('tooLong')).prefault('');
}

/** An optional text; if left out it is the empty text. */
export function optional(longest = LONGEST) {
  return z
    .string({ error: errorKey('unreadable') })
    .overwrite(tidy)
    .max(longest, errorKey('tooLong'))
    .prefault('');
}

/** Whether a text is a date that exists, as `YYYY-MM-DD`. */
export const isDay = (typed: string): boolean => z.iso.date().safeParse(typed).success;

const isDayOrEmpty = (typed: string) => !typed || isDay(typed);

/** A required date, as `YYYY-MM-DD`. */
export function requiredDay() {
  return required('enterDate').refine(isDayOrEmpty, errorKey('enterDate'));
}

/** An optional date, as `YYYY-MM-DD`; if left out it is the empty text. */
export function optionalDay() {
  return optional().refine(isDayOrEmpty, errorKey('enterDate'));
}

/**
 * A form with rules about several fields. The rules also run if single fields are wrong, so that a person
 * learns of everything at once. A field that was not sent is then the empty text.
 */
export function withRules<Shape extends z.core.$ZodShape>(
  form: z.ZodObject<Shape>,
  rules: (typed: Record<keyof Shape, string>) => FieldErrors,
): z.ZodObject<Shape> {
  return form.superRefine(
    (value, ctx) => {
      for (const [field, message] of Object.entries(rules(texts(form, value)))) {
        ctx.addIssue({ code: 'custom', path: [field], message });
      }
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  );
}

function texts<Shape extends z.core.$ZodShape>(form: z.ZodObject<Shape>, value: Record<string, unknown>) {
  const fields = Object.keys(form.shape).map((field) => [field, value[field]]);
  return Object.fromEntries(fields.map(([field, text]) => [field, typeof text === 'string' ? text : '']));
}
