'use client';

import { useEffect, useState } from 'react';
import { useFailedWords } from '@/app/[locale]/failed-words';

/** The id of the request that made this document (app/[locale]/layout.tsx). */
const requestId = () => document.querySelector<HTMLMetaElement>('meta[name=request-id]')?.content;

/** The page for a failure on our side. `digest` is the failure's own number in the log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const words = useFailedWords();
  const [reference, setReference] = useState('');
  useEffect(() => setReference([requestId(), error.digest].filter(Boolean).join(' ')), [error]);
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-text px-4 py-10">
      <h1>{words?.title}</h1>
      <p>{words?.words}</p>
      <button type="button" onClick={reset} className="min-h-11 text-link underline">
        {words?.again}
      </button>
      {reference && (
        <p className="text-secondary">
          {words?.reference} <code>{reference}</code>
        </p>
      )}
    </main>
  );
}
