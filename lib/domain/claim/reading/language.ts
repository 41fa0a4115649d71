import { plain } from '@/lib/domain/claim/reading/text';

const english = /\b(?:the|and|of|to|is|for|that|with|by|has|this|was|plaintiff|defendant|claim)\b/g;
const french =
  /\b(?:le|la|les|des|du|une|et|est|pour|dans|que|par|sur|au|demandeur|demanderesse|defendeur)\b/g;

/** The language of a text by its smallest words; null where they are few, or of both. */
export function languageOf(text: string): 'english' | 'french' | null {
  const given = plain(text);
  const [en, fr] = [english, french].map((words) => given.match(words)?.length ?? 0);
  if (en === undefined || fr === undefined || Math.max(en, fr) < 5) return null;
  if (en > 1.5 * fr) return 'english';
  return fr > 1.5 * en ? 'french' : null;
}
