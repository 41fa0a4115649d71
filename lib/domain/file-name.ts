const LONGEST = 100;

/** The name of an uploaded file as it is kept: no path, no control or invisible signs, at most 100 characters. */
export function cleanName(original: string): string {
  const name = original.split(/[\\/]/).at(-1) ?? '';
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+/, '')
    .trim();
  return shorten(clean).trim() || 'document.pdf';
}

/** Cuts what is too long before the ending, which stays. */
function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= LONGEST) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  return characters.slice(0, LONGEST - ending.length).join('') + ending;
}
