import { isOneOf } from '@/lib/domain/text';

/** The four questions of whether a claim can be started here, each with its answers; messages `rightPlace.*`. */
export const PLACE_QUESTIONS = {
  amount: ['small', 'large', 'other'],
  office: ['elsewhere', 'toronto'],
  matter: ['civil', 'family', 'divisional', 'urgent'],
  begun: ['no', 'yes'],
} as const;
type PlaceQuestion = keyof typeof PLACE_QUESTIONS;
export type PlaceAnswers = { [Question in PlaceQuestion]?: (typeof PLACE_QUESTIONS)[Question][number] };

/** What a person should know before they start; messages `rightPlace.advice.*`. */
export type PlaceAdvice = 'smallClaims' | 'toronto' | 'family' | 'divisional' | 'urgent' | 'begun';

/** The answers that were offered, of what a query gives. */
export function placeAnswers(query: Record<string, unknown>): PlaceAnswers {
  const given = Object.entries(PLACE_QUESTIONS).flatMap(([question, answers]) => {
    const answer = query[question];
    return typeof answer === 'string' && isOneOf<string>(answers, answer) ? [[question, answer]] : [];
  });
  return Object.fromEntries(given);
}

/** What the answers call for. None of it stops anybody. */
export function placeAdvice({ amount, office, matter, begun }: PlaceAnswers): PlaceAdvice[] {
  const called: [PlaceAdvice, boolean][] = [
    ['family', matter === 'family'],
    ['divisional', matter === 'divisional'],
    ['urgent', matter === 'urgent'],
    ['begun', begun === 'yes'],
    // Courts of Justice Act, s. 23(1.1); r. 14.01.1
    ['smallClaims', amount === 'small' && matter === 'civil'],
    // r. 4.05.1(1.1)
    ['toronto', office === 'toronto'],
  ];
  return called.filter(([, applies]) => applies).map(([advice]) => advice);
}
