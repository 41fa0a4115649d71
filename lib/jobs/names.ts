import type { DocumentKind } from '@/lib/domain/document';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';

/** The name under which a sealed document is sent and downloaded: its number and what it is. */
export function sealedName(fileNumber: string, kind: DocumentKind, locale: 'en' | 'fr'): string {
  const words = (locale === 'fr' ? fr : en).documentKind[kind];
  return `${fileNumber} ${words}.pdf`;
}
