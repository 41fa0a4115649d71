'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** What the browser says of itself; on the server, and where scripts do not run, no. */
export function useInBrowser(ask: () => boolean = () => true): boolean {
  return useSyncExternalStore(never, ask, () => false);
}
