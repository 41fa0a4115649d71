import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

/** A page's generateMetadata: its title from the messages, `<namespace>.title`. */
export const pageTitle = (namespace: string) => async (): Promise<Metadata> => ({
  title: (await getTranslations(namespace))('title'),
});
