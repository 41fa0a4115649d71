import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/**
 * Estimates in the browser how hard a password is to guess. It is large, so only pages with a new password
 * load it.
 */

const languages = {
  en: () => import('@zxcvbn-ts/language-en'),
  fr: () => import('@zxcvbn-ts/language-fr'),
};

/**
 * @returns a function that rates a password from 0 (guessed at once) to 4, given words that a guesser knows
 */
export async function guesser(locale: keyof typeof languages) {
  const language = await languages[locale]();
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...dictionary, ...language.dictionary },
    graphs: adjacencyGraphs,
  });
  return async (password: string, known: string[]) => (await zxcvbn.checkAsync(password, known)).score;
}
