import { AsyncLocalStorage } from 'node:async_hooks';

export type OpenedSession = { userId: string; sessionId: string };

/**
 * A session that the code of this very request has opened, on its way into next-auth's cookie. It is handed over
 * within the process and never as a value, so there is nothing to guess: a request that comes to the sign-in
 * endpoint from outside finds nothing here.
 */
const opened = new AsyncLocalStorage<OpenedSession>();

export function handOver<T>(session: OpenedSession, run: () => T): T {
  return opened.run(session, run);
}

export function handedOver(): OpenedSession | undefined {
  return opened.getStore();
}
