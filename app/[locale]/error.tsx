'use client';

import { useParams } from 'next/navigation';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';

/** Something failed on our side. The words are part of the bundle: what failed may have been everything else. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const { failed } = useParams().locale === 'fr' ? fr : en;
  return (
    <main className="mx-auto max-w-text px-4 py-10">
      <h1>{failed.title}</h1>
      <p>{failed.words}</p>
      <button type="button" onClick={reset} className="min-h-11 text-link underline">
        {failed.again}
      </button>
    </main>
  );
}
