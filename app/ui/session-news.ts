'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SESSION_CHANNEL } from '@/app/ui/session-events';
import { nextLookMs, type SessionNews } from '@/lib/domain/session-end';

/** After an answer that did not come: the server may be away, the session goes on. */
const retryMs = 5_000;

async function ask(method: 'GET' | 'POST'): Promise<SessionNews | null | undefined> {
  const answer = await fetch('/api/session', { method, cache: 'no-store' }).catch(() => null);
  return answer?.ok ? answer.json().catch(() => undefined) : undefined;
}

/**
 * What the server says of this page's session: asked again shortly before its end, when the page is looked at again,
 * and when another tab did something. Asking is no activity. `ended` when it was open on this page and is not any more.
 */
export function useSessionNews(initial: SessionNews | null) {
  const [news, setNews] = useState(initial);
  const [ended, setEnded] = useState(false);
  const [missed, setMissed] = useState(0);
  const wasOpen = useRef(initial !== null);
  const channel = useRef<BroadcastChannel>(null);
  const pathname = usePathname();
  const opened = useRef(pathname);

  const hear = useCallback((found: SessionNews | null | undefined) => {
    if (found === undefined) return setMissed((count) => count + 1);
    setMissed(0);
    setEnded(found === null && wasOpen.current);
    wasOpen.current ||= found !== null;
    setNews(found);
  }, []);
  const look = useCallback(async () => hear(await ask('GET')), [hear]);
  const stay = useCallback(async () => {
    hear(await ask('POST'));
    channel.current?.postMessage(null);
  }, [hear]);

  useEffect(() => {
    const tabs = new BroadcastChannel(SESSION_CHANNEL);
    channel.current = tabs;
    tabs.onmessage = look;
    return () => tabs.close();
  }, [look]);

  // A page that opens was activity, and has itself sent to sign in whoever had no session any more.
  useEffect(() => {
    channel.current?.postMessage(null);
    if (opened.current === pathname) return;
    opened.current = pathname;
    wasOpen.current = false;
    look();
  }, [look, pathname]);

  useEffect(() => {
    const lookWhenSeen = () => document.visibilityState === 'visible' && look();
    const timer = news && window.setTimeout(look, missed ? retryMs : nextLookMs(news));
    document.addEventListener('visibilitychange', lookWhenSeen);
    window.addEventListener('pageshow', lookWhenSeen);
    return () => {
      if (timer) window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', lookWhenSeen);
      window.removeEventListener('pageshow', lookWhenSeen);
    };
  }, [look, news, missed]);

  return { news, ended, stay };
}
