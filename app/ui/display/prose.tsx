import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Beside } from '@/app/ui/layout/beside';
import { PlainLink } from '@/app/ui/links/plain-link';
import { catalogues, en, type ProseNamespace } from '@/lib/messages/catalogue';

type Section = { heading?: string; paragraphs?: string[]; list?: string[] };
type Values = Record<string, string | number>;

/** The tags with which a text links words to a page of this site. */
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
  Object.entries(targets).map(([tag, href]) => [
    tag,
    (words: ReactNode) => <PlainLink href={href}>{words}</PlainLink>,
  ]),
);

/** A page to read: `title`, an optional `lead` and the `sections` of a namespace of the messages. */
export async function Prose({
  namespace,
  values = {},
  more = [],
  children,
}: {
  namespace: ProseNamespace;
  values?: Values;
  /** The headings of what follows as `children`, each with the id `idOf` makes of it. */
  more?: readonly string[];
  children?: ReactNode;
}) {
  const [t, locale] = [await getTranslations(), await getLocale()];
  // The keys of lists are positions, which the compiler does not know.
  const words = (key: string) =>
    t.rich(`${namespace}.${key}` as `${ProseNamespace}.title`, { ...tags, ...values });
  const sections: Section[] = catalogues[locale][namespace].sections;
  const headings = [...sections.flatMap(({ heading }) => heading ?? []), ...more];
  return (
    <Beside aside={headings.length > 2 && <Contents headings={headings} />}>
      <h1>{t(`${namespace}.title`)}</h1>
      {'lead' in en[namespace] && <p className="text-lg">{words('lead')}</p>}
      {sections.map(({ heading, paragraphs = [], list = [] }, at) => (
        <section key={heading ?? paragraphs[0]}>
          {heading && <h2 id={idOf(heading)}>{heading}</h2>}
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
    </Beside>
  );
}

/** A heading as the name of its place on the page: letters and figures, joined by hyphens. */
export const idOf = (heading: string) =>
  heading
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-');

/** The headings of a page to read, each a link to its place; only where there is room beside the page. */
async function Contents({ headings }: { headings: readonly string[] }) {
  const t = await getTranslations('frame');
  return (
    <nav
      aria-label={t('onThisPage')}
      className="sticky top-6 hidden rounded-lg bg-quiet p-5 md:block print:hidden"
    >
      <p className="mb-2! font-semibold">{t('onThisPage')}</p>
      <ul className="mb-0!">
        {headings.map((heading) => (
          <li key={heading}>
            <a
              href={`#${idOf(heading)}`}
              className="inline-block py-1 text-link underline underline-offset-4"
            >
              {heading}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
