import { getTranslations } from 'next-intl/server';

type Section = { heading: string; paragraphs: string[]; list?: string[] };

/** The words of one version of the terms of use of Justice Services Online. `heading`: the level of its headings. */
export async function TermsText({ version, heading: Heading }: { version: string; heading: 'h3' | 'h4' }) {
  const t = await getTranslations('justiceTerms');
  const sections: Section[] = t.raw(version);
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
