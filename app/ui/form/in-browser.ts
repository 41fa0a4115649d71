'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** The browser's answer to `ask`; false on the server and while scripts do not run. */
export function useInBrowser(ask: () => boolean = () => true): boolean {
  return useSyncExternalStore(never, ask, () => false);
}
