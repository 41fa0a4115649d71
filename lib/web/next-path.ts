/**
 * Where to go on to after signing in.
 * @returns the given path when it is a localized path of ours, else undefined: `//host` and the like lead elsewhere
 */
export function nextPath(given: unknown): string | undefined {
  const isOurs = typeof given === 'string' && /^\/(en|fr)\/[\w\-/%]*$/.test(given) && !given.includes('//');
  return isOurs ? given : undefined;
}
