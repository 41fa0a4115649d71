import { z } from 'zod';

/** The message key of an error by the name of the field it belongs to. */
export type FieldErrors = Record<string, string>;

const LONGEST = 200;

/** One line of text as a person means it: composed letters, no control or invisible characters, single spaces. */
export function tidy(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** A text that must be given; `error` is the key of the message when it is not. */
export function required(error: string, longest = LONGEST) {
  return z.string({ error }).overwrite(tidy).min(1, error).max(longest, 'tooLong').prefault('');
}

/** A text that may be left out; then it is the empty text. */
export function optional(longest = LONGEST) {
  return z.string({ error: 'unreadable' }).overwrite(tidy).max(longest, 'tooLong').prefault('');
}

/**
 * A form with rules that look at several fields. They are asked also when single fields are wrong already, so
 * that a person learns of everything at once; a field that was not sent is then the empty text.
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
