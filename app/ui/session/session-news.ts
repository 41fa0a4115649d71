'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SESSION_CHANNEL } from '@/app/ui/session/session-events';
import { nextLookMs, type SessionNews } from '@/lib/domain/sign-in/session-end';

/** The wait after a request without an answer: the server may be away while the session goes on. */
const retryMs = 5_000;

async function ask(method: 'GET' | 'POST'): Promise<SessionNews | null | undefined> {
  const answer = await fetch('/api/session', { method, cache: 'no-store' }).catch(() => null);
  return answer?.ok ? answer.json().catch(() => undefined) : undefined;
}

/**
 * The server's news of this page's session. The page asks again shortly before the end of the session, when
 * the person returns to it, and when there was activity in another tab. Asking does not count as activity.
 * `ended`: the session was open on this page and is over now.
 */
export function useSessionNews(initial: SessionNews | null) {
  const [news, setNews] = useState(initial);
  const [ended, setEnded] = useState(false);
  const [missed, setMissed] = useState(0);
  const wasOpen = useRef(initial !== null);
  const channel = useRef<BroadcastChannel>(null);
  const pathname = usePathname();
  const opened = useRef(pathname);

  const hear = useCallback((heard: SessionNews | null | undefined) => {
    if (heard === undefined) return setMissed((count) => count + 1);
    setMissed(0);
    setEnded(heard === null && wasOpen.current);
    wasOpen.current ||= heard !== null;
    setNews(heard);
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

  // Opening a page was activity. The page itself has sent anyone without a session to sign in.
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
