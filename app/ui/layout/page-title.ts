import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { TitledNamespace } from '@/lib/messages/catalogue';

/** A page's generateMetadata: its title from the messages, `<namespace>.title`. */
export const pageTitle = (namespace: TitledNamespace) => async (): Promise<Metadata> => ({
  title: (await getTranslations())(`${namespace}.title`),
});
