'use client';

import { useEffect, useState } from 'react';
import type { Announcement } from '@/lib/web/live/announcements';

/** So often an open page asks; also when the person comes back to it. */
const everyMs = 5 * 60_000;

type Props = {
  locale: string;
  label: string;
  initial: readonly Announcement[];
  /** The page about the service, and what its link says. */
  status: { href: string; words: string };
};

/**
 * What stands above every page while it holds. A screen reader reads aloud what comes while the page is open. It never
 * counts as activity.
 */
export function LiveAnnouncements({ locale, label, initial, status }: Props) {
  const [shown, setShown] = useState(initial);
  useEffect(() => setShown(initial), [initial]);

  useEffect(() => {
    const ask = async () => {
      const answer = await fetch(`/api/announcements?locale=${locale}`).catch(() => null);
      const fresh: Announcement[] | null = answer?.ok ? await answer.json().catch(() => null) : null;
      if (fresh) setShown(fresh);
    };
    const askWhenSeen = () => document.visibilityState === 'visible' && ask();
    const timer = window.setInterval(ask, everyMs);
    document.addEventListener('visibilitychange', askWhenSeen);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', askWhenSeen);
    };
  }, [locale]);

  return (
    <div aria-live="polite" className="print:hidden">
      {shown.length > 0 && (
        <aside
          aria-label={label}
          className="border-b border-line bg-warning-light px-4 py-2 text-[0.9375rem]"
        >
          {shown.map(({ key, words, isOutage }) => (
            <p key={key} className="mb-0! max-w-none! text-center font-semibold wrap-anywhere">
              {words}
              {isOutage && (
                <a href={status.href} className="ml-2 inline-block py-1 text-link underline">
                  {status.words}
                </a>
              )}
            </p>
          ))}
        </aside>
      )}
    </div>
  );
}
