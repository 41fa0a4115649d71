import type { DocumentKind } from '@/lib/domain/claim/document';
import { en, fr } from '@/lib/messages/catalogue';

/** The file name of a sealed document in mail and downloads: its number and its kind. */
export function sealedName(fileNumber: string, kind: DocumentKind, locale: 'en' | 'fr'): string {
  const words = (locale === 'fr' ? fr : en).documentKind[kind];
  return `${fileNumber} ${words}.pdf`;
}
