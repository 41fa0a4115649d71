import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { en, type TitledNamespace } from '@/lib/messages/catalogue';

const isDescribed = (namespace: string): namespace is keyof typeof en.description =>
  Object.hasOwn(en.description, namespace);

/**
 * A page's generateMetadata: its title from the messages, `<namespace>.title`, and for a page that search engines find
 * `description.<namespace>`.
 */
export const pageTitle = (namespace: TitledNamespace) => async (): Promise<Metadata> => {
  const t = await getTranslations();
  const title = t(`${namespace}.title`);
  return isDescribed(namespace) ? { title, description: t(`description.${namespace}`) } : { title };
};
