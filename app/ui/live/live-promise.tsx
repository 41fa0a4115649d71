'use client';

import { useEffect, useState } from 'react';
import type { PromiseWords } from '@/lib/web/live/date-promise';

/**
 * The longest time before the page asks again, because a laptop may have slept, or staff may have closed the
 * offices.
 */
const longestMs = 10 * 60_000;
/** The wait after a request without an answer. */
const retryMs = 30_000;

/** `office`: the court office whose calendar counts, if one is chosen. */
type Props = { locale: string; office?: string | undefined; initial: PromiseWords };

/**
 * The promise of a date. It is renewed when the offices open or close, when a day begins, and when the person
 * returns to the page after a while. It follows the server's clock and never counts as activity.
 */
function usePromise({ locale, office, initial }: Props): PromiseWords {
  const [words, setWords] = useState(initial);
  useEffect(() => setWords(initial), [initial]);

  useEffect(() => {
    const query = new URLSearchParams({ locale, ...(office && { office }) });
    const ask = async () => {
      const answer = await fetch(`/api/date-promise?${query}`).catch(() => null);
      const fresh: PromiseWords | null = answer?.ok ? await answer.json().catch(() => null) : null;
      setWords((last) => fresh ?? { ...last, freshForMs: retryMs });
    };
    const askWhenSeen = () => document.visibilityState === 'visible' && ask();
    const askWhenRestored = (event: PageTransitionEvent) => event.persisted && ask();
    const timer = window.setTimeout(ask, Math.min(words.freshForMs + 500, longestMs));
    document.addEventListener('visibilitychange', askWhenSeen);
    window.addEventListener('pageshow', askWhenRestored);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', askWhenSeen);
      window.removeEventListener('pageshow', askWhenRestored);
    };
  }, [locale, office, words]);

  return words;
}

/** The promised date alone, for a page that already shows the rest of the promise. */
export function LiveDate(props: Props) {
  return <p className="font-semibold">{usePromise(props).date}</p>;
}

/** While the offices are open the date says all that somebody on a phone has to know before the questions. */
const inBrief = 'in-data-brief:in-data-[open=true]:max-sm:hidden';

/**
 * The whole promise. A screen reader reads changes aloud. The dot says by colour what the first words say. On a page without
 * scripts public/date-promise.js renews what is marked.
 */
export function LivePromise(props: Props) {
  const words = usePromise(props);
  return (
    <div aria-live="polite" data-testid="date-promise" data-open={words.isOpen}>
      <p className={`relative mb-2! pl-5 text-[0.9375rem] text-muted ${inBrief}`}>
        <span
          aria-hidden="true"
          className="absolute top-[0.45em] left-0 size-2.5 rounded-full bg-edge in-data-[open=true]:bg-success"
        />
        <span data-promise="hours">{words.hours}</span>
      </p>
      <p data-promise="date" className="mb-2! text-lg font-bold">
        {words.date}
      </p>
      <p data-promise="changes" className={`mb-0! text-[0.9375rem] text-muted ${inBrief}`}>
        {words.changes}
      </p>
    </div>
  );
}
