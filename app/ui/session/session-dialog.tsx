'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/ui/layout/button';
import { useSavedForm } from '@/app/ui/session/saved-form';
import { SESSION_ENDING } from '@/app/ui/session/session-events';
import { useSessionNews } from '@/app/ui/session/session-news';
import { type SessionNews, type TimeLeft, timeLeft } from '@/lib/domain/sign-in/session-end';

/** `left`, by the time that is left, stands before `stayWords`. */
type SessionWords = Record<
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
  /** The path of the page to sign in. */
  signInPath: string;
};

/** Why the dialog is open; null while the session lasts or after the person dismissed its last warning. */
function reasonOf(news: SessionNews | null, ended: boolean, isPutAside: boolean) {
  if (ended) return 'ended' as const;
  if (!news || news.endsInMs > news.warnMs) return null;
  if (news.why === 'limit') return isPutAside ? null : 'limit';
  return 'idle' as const;
}

/**
 * Two minutes before a session ends the dialog asks whether to stay. At the end it tells how to come back to
 * this page.
 */
export function SessionDialog({ initial, words, signOut, signInPath }: Props) {
  const { news, ended, stay } = useSessionNews(initial);
  const [isPutAside, setPutAside] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const reason = reasonOf(news, ended, isPutAside);
  useSavedForm(ended);

  useEffect(() => {
    const { current } = dialog;
    if (!reason) return current?.close();
    if (!current?.open) {
      if (reason !== 'ended') window.dispatchEvent(new Event(SESSION_ENDING));
      current?.showModal();
    }
    current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [reason]);

  /** Escape is an act of the person, so it prolongs the session if that is possible. */
  const goOn = () => (reason === 'limit' ? setPutAside(true) : reason === 'idle' && stay());

  /** A second Escape closes any dialog. This one opens again while it has a reason to be open. */
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
      className={`m-auto w-[calc(100%-2rem)] max-w-xl border-l-8 border-warning bg-page p-6 text-ink ${
        reason === 'ended' ? 'backdrop:bg-quiet' : 'backdrop:bg-bar/60'
      }`}
    >
      {reason === 'ended' ? (
        <Ended words={words} signInPath={signInPath} />
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

function Ended({ words, signInPath }: { words: SessionWords; signInPath: string }) {
  const here = encodeURIComponent(window.location.pathname);
  return (
    <>
      <Heading isFirst>{words.endedHeading}</Heading>
      <p id="session-words">{words.endedWords}</p>
      <p className="mb-0!">
        <a
          href={`${signInPath}?next=${here}`}
          className="inline-flex min-h-11 items-center text-link underline hover:text-link-hover"
        >
          {words.signIn}
        </a>
      </p>
    </>
  );
}
