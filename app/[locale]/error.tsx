'use client';

import { useMessages } from 'next-intl';
import { useEffect, useState } from 'react';

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
  // As they stand: a translator would weigh more than this page.
  const { failed } = useMessages();
  const [reference, setReference] = useState('');
  useEffect(() => setReference([requestId(), error.digest].filter(Boolean).join(' ')), [error]);
  return (
    <main className="mx-auto max-w-text px-4 py-10">
      <h1>{failed.title}</h1>
      <p>{failed.words}</p>
      <button type="button" onClick={reset} className="min-h-11 text-link underline">
        {failed.again}
      </button>
      {reference && (
        <p className="text-secondary">
          {failed.reference} <code>{reference}</code>
        </p>
      )}
    </main>
  );
}
