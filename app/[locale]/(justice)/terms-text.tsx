import { getLocale } from 'next-intl/server';
import { findTerms } from '@/lib/data/settings/settings';
import { readTerms, type TermsSection } from '@/lib/domain/settings/terms-text';
import { catalogues } from '@/lib/messages/catalogue';
import type { Locale } from '@/lib/web/routes/paths';

type Level = 'h3' | 'h4';

/** The sections of one version: those of the messages, or those that staff wrote. */
export async function termsSections(version: string, locale: Locale): Promise<TermsSection[]> {
  const versions: Record<string, TermsSection[]> = catalogues[locale].justiceTerms;
  const set = versions[version] ? null : await findTerms(version);
  return versions[version] ?? readTerms(set?.[locale] ?? '');
}

/** Terms as everybody reads them. */
export function TermsSections({ sections, heading: Heading }: { sections: TermsSection[]; heading: Level }) {
  return sections.map(({ heading, paragraphs, list }) => (
    <section key={heading}>
      <Heading className="mt-6! mb-2! font-heading text-xl! font-bold">{heading}</Heading>
      {paragraphs.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {list && (
        <ol className="list-[lower-alpha] pl-6">
          {list.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ol>
      )}
    </section>
  ));
}

/**
 * The text of one version of the terms of use of Justice Services Online. `heading`: the level of its
 * headings.
 */
export async function TermsText({ version, heading }: { version: string; heading: Level }) {
  return <TermsSections sections={await termsSections(version, await getLocale())} heading={heading} />;
}
