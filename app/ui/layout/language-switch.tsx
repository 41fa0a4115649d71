'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { MouseEvent } from 'react';
import { saveFormInLanguage } from '@/app/ui/form/save-form';

const names = { en: 'English', fr: 'Français' } as const;

type Props = {
  /** The language that it leads to. */
  locale: keyof typeof names;
  /** The page that the server answered with, and its path in that language. */
  answered: { path: string; other: string };
};

/**
 * A link to the same page in the other language. It takes the values of the page's form along. After a step to a page that
 * the server did not frame anew it names this page's path under the other language, whose answer leads to the right one: the
 * table of all paths stays with the server.
 */
export function LanguageSwitch({ locale, answered }: Props) {
  const here = usePathname();
  const query = useSearchParams().toString();
  const path = here === answered.path ? answered.other : `/${locale}${here.slice(3)}`;
  const url = query ? `${path}?${query}` : path;

  async function saveThenGo(event: MouseEvent) {
    const form = document.querySelector<HTMLFormElement>('form[data-save]');
    if (!form || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    await saveFormInLanguage(here, new FormData(form)).catch(() => undefined);
    window.location.assign(url);
  }

  return (
    <a
      href={url}
      lang={locale}
      hrefLang={locale}
      onClick={saveThenGo}
      className="inline-flex min-h-11 shrink-0 items-center underline print:hidden"
    >
      {names[locale]}
    </a>
  );
}
