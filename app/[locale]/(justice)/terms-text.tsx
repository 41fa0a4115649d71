import { getTranslations } from 'next-intl/server';

type Section = { heading: string; paragraphs: string[]; list?: string[] };

/** The words of one version of the terms of use of Justice Services Online. */
export async function TermsText({ version }: { version: string }) {
  const t = await getTranslations('justiceTerms');
  const sections: Section[] = t.raw(version);
  return sections.map(({ heading, paragraphs, list }) => (
    <section key={heading}>
      <h4>{heading}</h4>
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
