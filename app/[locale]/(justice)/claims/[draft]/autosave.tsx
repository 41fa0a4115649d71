'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { SESSION_ENDING } from '@/app/ui/session-events';
import { SAVED } from '@/app/ui/session-typed';

const pauseMs = 1_000;
/** Whoever types without a pause is saved this often, which is also their activity. */
const longestMs = 10_000;

/**
 * Keeps what is typed into the form around it: after a pause, every ten seconds without one, when the page is left,
 * and before the session may end. Says so quietly.
 */
export function Autosave({ savedWord }: { savedWord: string }) {
  const router = useRouter();
  const status = useRef<HTMLParagraphElement>(null);
  const [saved, setSaved] = useState(false);

  useEffect(() => {
    const form = status.current?.closest('form');
    if (!form) return;
    const path = window.location.pathname;
    let timer: number | undefined;
    let unsavedSince: number | undefined;
    form.dataset[SAVED] = '';
    let sending = new AbortController();

    const forget = () => {
      window.clearTimeout(timer);
      timer = undefined;
      sending.abort();
    };
    const save = async () => {
      if (timer === undefined) return;
      forget();
      unsavedSince = undefined;
      sending = new AbortController();
      const { signal } = sending;
      const body = new FormData(form);
      body.set('path', path);
      const answer = await fetch('/api/drafts', { method: 'POST', body, signal, keepalive: true }).catch(
        () => null,
      );
      if (signal.aborted) return;
      // Not kept: the session has ended. What is typed stays here and goes along when the form is sent.
      if (!answer?.ok) return;
      if (timer === undefined) form.dataset[SAVED] = '';
      setSaved(true);
      // The browser holds pages it has shown: Back must not bring up an older answer than the one saved.
      router.refresh();
    };
    const later = () => {
      window.clearTimeout(timer);
      setSaved(false);
      delete form.dataset[SAVED];
      unsavedSince ??= performance.now();
      const longest = Math.max(unsavedSince + longestMs - performance.now(), 0);
      timer = window.setTimeout(save, Math.min(pauseMs, longest));
    };
    const whenHidden = () => document.visibilityState === 'hidden' && save();

    form.addEventListener('input', later);
    form.addEventListener('submit', forget);
    window.addEventListener('pagehide', save);
    window.addEventListener(SESSION_ENDING, save);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      save();
      form.removeEventListener('input', later);
      form.removeEventListener('submit', forget);
      window.removeEventListener('pagehide', save);
      window.removeEventListener(SESSION_ENDING, save);
      document.removeEventListener('visibilitychange', whenHidden);
    };
  }, [router]);

  return (
    <p ref={status} role="status" className="mb-0! min-h-6 text-grey-70">
      {saved && savedWord}
    </p>
  );
}
