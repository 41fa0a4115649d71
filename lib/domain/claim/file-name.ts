import { withoutInvisible } from '@/lib/domain/text';

const LONGEST = 100;

/**
 * The name under which an uploaded file is kept: no path, no control or invisible characters, at most 100
 * characters.
 */
export function cleanName(original: string): string {
  const name = original.split(/[\\/]/).at(-1) ?? '';
  const clean = withoutInvisible(name.normalize('NFC'))
    .replace(/[\p{Cc}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+/, '')
    .trim();
  return shorten(clean).trim() || 'document.pdf';
}

/** The clean name of a file that proved to be a PDF, by which every device knows what it is. */
export function pdfName(original: string): string {
  const name = cleanName(original);
  return /\.pdf$/i.test(name) ? name : shorten(`${name}.pdf`);
}

/** Shortens a long name before its extension, which stays, and never between a letter and its marks. */
function shorten(name: string): string {
  if (Array.from(name).length <= LONGEST) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(name)) {
    if (Array.from(kept + segment).length > LONGEST - ending.length) break;
    kept += segment;
  }
  return kept.replace(/\.+$/, '') + ending;
}
