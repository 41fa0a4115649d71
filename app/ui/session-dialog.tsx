'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { SESSION_ENDING } from '@/app/ui/session-events';
import { useSessionNews } from '@/app/ui/session-news';
import { useKeptTyped } from '@/app/ui/session-typed';
import { type SessionNews, type TimeLeft, timeLeft } from '@/lib/domain/session-end';

/** `left` is said before `stayWords`, by the time that is left. */
export type SessionWords = Record<
  | 'soon'
  | 'stayWords'
  | 'stay'
  | 'limitWords'
  | 'goOn'
  | 'signOut'
  | 'endedHeading'
  | 'endedWords'
  | 'signIn',
  string
> & { left: Record<TimeLeft, string> };

type Props = {
  initial: SessionNews | null;
  words: SessionWords;
  /** Ends the session. */
  signOut: () => Promise<void>;
  /** The address of the page to sign in. */
  signInAddress: string;
};

/** What the dialog is open for; nothing while the session lasts, or its last minutes were told and put aside. */
function reasonOf(news: SessionNews | null, ended: boolean, isPutAside: boolean) {
  if (ended) return 'ended' as const;
  if (!news || news.endsInMs > news.warnMs) return null;
  if (news.why === 'limit') return isPutAside ? null : 'limit';
  return 'idle' as const;
}

/** Two minutes before a session ends: whether to stay. At its end: that it ended, and how to come back to this page. */
export function SessionDialog({ initial, words, signOut, signInAddress }: Props) {
  const { news, ended, stay } = useSessionNews(initial);
  const [isPutAside, setPutAside] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const reason = reasonOf(news, ended, isPutAside);
  useKeptTyped(ended);

  useEffect(() => {
    const { current } = dialog;
    if (!reason) return current?.close();
    if (!current?.open) {
      if (reason !== 'ended') window.dispatchEvent(new Event(SESSION_ENDING));
      current?.showModal();
    }
    current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [reason]);

  /** Escape is something the person did: it keeps the session where that is possible. */
  const goOn = () => (reason === 'limit' ? setPutAside(true) : reason === 'idle' && stay());

  /** A second Escape closes any dialog: this one comes back for as long as it has something to say. */
  const reopen = () => {
    if (!reason) return;
    dialog.current?.showModal();
    goOn();
  };

  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby="session-heading"
      aria-describedby="session-words"
      onCancel={(event) => {
        event.preventDefault();
        goOn();
      }}
      onClose={reopen}
      className={`m-auto w-[calc(100%-2rem)] max-w-xl border-l-8 border-warning bg-white p-6 text-black ${
        reason === 'ended' ? 'backdrop:bg-grey-5' : 'backdrop:bg-black/60'
      }`}
    >
      {reason === 'ended' ? (
        <Ended words={words} signInAddress={signInAddress} />
      ) : (
        reason &&
        news && (
          <Warning
            words={words}
            left={words.left[timeLeft(news.endsInMs)]}
            canStay={reason === 'idle'}
            goOn={goOn}
            signOut={signOut}
          />
        )
      )}
    </dialog>
  );
}

function Heading({ children, isFirst = false }: { children: ReactNode; isFirst?: boolean }) {
  return (
    <h2
      id="session-heading"
      tabIndex={-1}
      data-first={isFirst ? '' : undefined}
      className="mt-0! mb-4! text-2xl!"
    >
      {children}
    </h2>
  );
}

type WarningProps = {
  words: SessionWords;
  left: string;
  canStay: boolean;
  goOn: () => void;
  signOut: Props['signOut'];
};

function Warning({ words, left, canStay, goOn, signOut }: WarningProps) {
  return (
    <>
      <Heading>{words.soon}</Heading>
      <div id="session-words">
        <p aria-live="polite">{left}</p>
        <p>{canStay ? words.stayWords : words.limitWords}</p>
      </div>
      <div className="mt-6 flex flex-col gap-4 sm:flex-row">
        <Button type="button" data-first onClick={goOn}>
          {canStay ? words.stay : words.goOn}
        </Button>
        <form action={signOut}>
          <Button look="secondary">{words.signOut}</Button>
        </form>
      </div>
    </>
  );
}

function Ended({ words, signInAddress }: { words: SessionWords; signInAddress: string }) {
  const here = encodeURIComponent(window.location.pathname);
  return (
    <>
      <Heading isFirst>{words.endedHeading}</Heading>
      <p id="session-words">{words.endedWords}</p>
      <p className="mb-0!">
        <a
          href={`${signInAddress}?next=${here}`}
          className="inline-flex min-h-11 items-center text-link underline hover:text-link-hover"
        >
          {words.signIn}
        </a>
      </p>
    </>
  );
}
