/**
 * The path to go to after signing in.
 * @returns the given path if it is a localized path of this site; else undefined, because `//host` and the
 *   like lead elsewhere
 */
export function nextPath(given: unknown): string | undefined {
  const isOurs = typeof given === 'string' && /^\/(en|fr)\/[\w\-/%]*$/.test(given) && !given.includes('//');
  return isOurs ? given : undefined;
}
