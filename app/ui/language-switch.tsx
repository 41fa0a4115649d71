'use client';

import { useParams, useSearchParams } from 'next/navigation';
import { useLocale } from 'next-intl';
import type { MouseEvent } from 'react';
import { keepTyped } from '@/app/ui/keep-typed';
import { getPathname, type Href, usePathname } from '@/lib/web/navigation';

const others = { en: { locale: 'fr', name: 'Français' }, fr: { locale: 'en', name: 'English' } } as const;

/** A link to the same page in the other language. What stands typed in the page's form goes along. */
export function LanguageSwitch() {
  const other = others[useLocale()];
  const pathname = usePathname();
  const { locale: _, ...params } = useParams();
  const query = useSearchParams().toString();
  const path = getPathname({ href: { pathname, params } as Href, locale: other.locale });
  const address = query ? `${path}?${query}` : path;

  async function keepThenGo(event: MouseEvent) {
    const form = document.querySelector<HTMLFormElement>('form[data-keep]');
    if (!form || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    await keepTyped(path, new FormData(form)).catch(() => undefined);
    window.location.assign(address);
  }

  return (
    <a
      href={address}
      lang={other.locale}
      hrefLang={other.locale}
      onClick={keepThenGo}
      className="inline-flex min-h-11 items-center underline"
    >
      {other.name}
    </a>
  );
}
