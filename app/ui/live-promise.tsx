'use client';

import { useEffect, useState } from 'react';
import type { PromiseWords } from '@/lib/web/date-promise';

/** Timers longer than this overflow, and a laptop that slept is asked again anyway. */
const longestMs = 6 * 3_600_000;

/**
 * The promise, right again when the offices open or close, a day begins, or the page is looked at after a while. It
 * asks by the server's clock, and never counts as activity of the person.
 */
export function LivePromise({ locale, initial }: { locale: string; initial: PromiseWords }) {
  const [words, setWords] = useState(initial);
  useEffect(() => setWords(initial), [initial]);

  useEffect(() => {
    const ask = async () => {
      const answer = await fetch(`/api/date-promise?locale=${locale}`).catch(() => null);
      if (answer?.ok) setWords(await answer.json());
    };
    const askWhenSeen = () => document.visibilityState === 'visible' && ask();
    const timer = window.setTimeout(ask, Math.min(words.freshForMs + 500, longestMs));
    document.addEventListener('visibilitychange', askWhenSeen);
    window.addEventListener('pageshow', askWhenSeen);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', askWhenSeen);
      window.removeEventListener('pageshow', askWhenSeen);
    };
  }, [locale, words]);

  return (
    <div aria-live="polite" data-testid="date-promise" className="[&>p:last-child]:mb-0">
      <p>{words.hours}</p>
      <p className="font-semibold">{words.date}</p>
      <p>{words.changes}</p>
    </div>
  );
}
