import { AsyncLocalStorage } from 'node:async_hooks';

/** `deviceToken` is set where the browser became a known device of the person by it. */
export type OpenedSession = { userId: string; sessionId: string; deviceToken?: string };

/**
 * Passes a session that this request has opened into next-auth's cookie. The session stays within the process
 * and is never a value that a request could carry, so there is nothing to guess: a request from outside to
 * the sign-in endpoint finds no session here.
 */
const opened = new AsyncLocalStorage<OpenedSession>();

export function handOverSession<T>(session: OpenedSession, run: () => T): T {
  return opened.run(session, run);
}

export function takeHandover(): OpenedSession | undefined {
  return opened.getStore();
}
