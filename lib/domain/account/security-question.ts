import { z } from 'zod';
import type { FieldErrors } from '@/lib/domain/text';
import { errorKey } from '@/lib/domain/text';

/** The questions to choose from; messages `securityQuestion.*`. */
export const SECURITY_QUESTIONS = [
  'firstPet',
  'birthCity',
  'firstSchool',
  'favouriteTeacher',
  'firstCar',
  'childhoodFriend',
  'favouriteBook',
  'firstJob',
  'childhoodStreet',
  'firstConcert',
  'grandparentName',
  'favouriteDish',
  'firstTrip',
  'childhoodNickname',
] as const;
export type SecurityQuestion = (typeof SECURITY_QUESTIONS)[number];

// Answers that a guesser tries first, in the form of normaliseAnswer
const GUESSED = ['123', '1234', '12345', 'n a', 'none', 'aucun', 'aucune', 'password', 'mot de passe'];

/**
 * The form in which answers are compared and hashed: letters and digits without accents and case, single
 * spaces.
 */
export function normaliseAnswer(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A question of the list, by its slug. */
export function securityQuestion() {
  return z.enum(SECURITY_QUESTIONS, { error: errorKey('chooseQuestion') });
}

/** An answer of at least three letters and digits. */
export function securityAnswer() {
  return z
    .string({ error: errorKey('enterAnswer') })
    .min(1, errorKey('enterAnswer'))
    .max(200, errorKey('tooLong'))
    .refine((typed) => typed === '' || normaliseAnswer(typed).length >= 3, errorKey('answerShort'))
    .prefault('');
}

type Answers = Record<`${'question' | 'answer'}${1 | 2 | 3}` | 'oneKeyId' | 'password' | 'email', string>;

/**
 * The three questions and the three answers must differ; the later field gets the error. No answer may be one
 * that a guesser tries first, or that the ID or the e-mail address reveals.
 */
export function answersErrors(form: Answers): FieldErrors {
  const errors: FieldErrors = {};
  const questions = new Set<string>();
  const answers = new Set<string>();
  const guessable = new Set([...GUESSED, ...[form.oneKeyId, form.email, form.password].map(normaliseAnswer)]);
  for (const n of [1, 2, 3] as const) {
    const question = form[`question${n}`];
    const answer = normaliseAnswer(form[`answer${n}`]);
    if (question && questions.has(question)) errors[`question${n}`] = 'questionRepeated';
    if (answer && answers.has(answer)) errors[`answer${n}`] = 'answerRepeated';
    if (answer && guessable.has(answer)) errors[`answer${n}`] = 'answerGuessable';
    questions.add(question);
    answers.add(answer);
  }
  return errors;
}
