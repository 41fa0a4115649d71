'use client';

import { useParams, usePathname, useSearchParams } from 'next/navigation';
import type { MouseEvent } from 'react';
import { saveFormInLanguage } from '@/app/ui/form/save-form';
import { pathInOther } from '@/lib/web/routes/other-language';

const others = { en: { locale: 'fr', name: 'Français' }, fr: { locale: 'en', name: 'English' } } as const;

/** A link to the same page in the other language. It takes the values of the page's form along. */
export function LanguageSwitch() {
  const locale = useParams().locale === 'fr' ? 'fr' : 'en';
  const other = others[locale];
  const query = useSearchParams().toString();
  const path = pathInOther(usePathname(), locale, other.locale);
  const url = query ? `${path}?${query}` : path;

  async function saveThenGo(event: MouseEvent) {
    const form = document.querySelector<HTMLFormElement>('form[data-save]');
    if (!form || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    await saveFormInLanguage(path, new FormData(form)).catch(() => undefined);
    window.location.assign(url);
  }

  return (
    <a
      href={url}
      lang={other.locale}
      hrefLang={other.locale}
      onClick={saveThenGo}
      className="inline-flex min-h-11 shrink-0 items-center underline print:hidden"
    >
      {other.name}
    </a>
  );
}
