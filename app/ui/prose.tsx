import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Link } from '@/lib/web/navigation';

type Section = { heading?: string; paragraphs?: string[]; list?: string[] };
type Values = Record<string, string | number>;

/** The tags that a text may put around words to make them a link to a page of ours. */
const targets = {
  home: '/',
  signIn: '/sign-in',
  signUp: '/sign-up',
  recover: '/recover',
  password: '/recover/password',
  help: '/help',
  contact: '/contact-us',
  privacy: '/privacy',
  terms: '/terms-of-use',
  notice: '/sign-up/notice-of-collection',
  accessibility: '/accessibility',
} as const;

const tags = Object.fromEntries(
  Object.entries(targets).map(([tag, href]) => [tag, (words: ReactNode) => <Link href={href}>{words}</Link>]),
);

/** A page to read: `title`, an optional `lead` and the `sections` of a namespace of the messages. */
export async function Prose({
  namespace,
  values = {},
  children,
}: {
  namespace: string;
  values?: Values;
  children?: ReactNode;
}) {
  const t = await getTranslations(namespace);
  const words = (key: string) => t.rich(key, { ...tags, ...values });
  const sections: Section[] = t.raw('sections');
  return (
    <>
      <h1>{t('title')}</h1>
      {t.has('lead') && <p className="text-lg">{words('lead')}</p>}
      {sections.map(({ heading, paragraphs = [], list = [] }, at) => (
        <section key={heading ?? paragraphs[0]}>
          {heading && <h2>{heading}</h2>}
          {paragraphs.map((text, n) => (
            <p key={text}>{words(`sections.${at}.paragraphs.${n}`)}</p>
          ))}
          {list.length > 0 && (
            <ul>
              {list.map((text, n) => (
                <li key={text}>{words(`sections.${at}.list.${n}`)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {children}
    </>
  );
}
