import { getLocale } from 'next-intl/server';
import { catalogues } from '@/lib/messages/catalogue';

type Section = { heading: string; paragraphs: string[]; list?: string[] };

/**
 * The text of one version of the terms of use of Justice Services Online. `heading`: the level of its
 * headings.
 */
export async function TermsText({ version, heading: Heading }: { version: string; heading: 'h3' | 'h4' }) {
  const versions: Record<string, Section[]> = catalogues[await getLocale()].justiceTerms;
  const sections = versions[version] ?? [];
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
