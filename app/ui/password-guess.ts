import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** How hard a password is to guess, in the browser. Large, so it is loaded where a password is being chosen alone. */

const languages = {
  en: () => import('@zxcvbn-ts/language-en'),
  fr: () => import('@zxcvbn-ts/language-fr'),
};

/** @returns what rates a password from 0 (guessed at once) to 4, given words that a guesser knows of the person */
export async function guesser(locale: keyof typeof languages) {
  const language = await languages[locale]();
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...dictionary, ...language.dictionary },
    graphs: adjacencyGraphs,
  });
  return async (password: string, known: string[]) => (await zxcvbn.checkAsync(password, known)).score;
}
