'use client';

import { useTranslations } from 'next-intl';

/** The page for a failure on our side. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useTranslations('failed');
  return (
    <main className="mx-auto max-w-text px-4 py-10">
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <button type="button" onClick={reset} className="min-h-11 text-link underline">
        {t('again')}
      </button>
    </main>
  );
}
