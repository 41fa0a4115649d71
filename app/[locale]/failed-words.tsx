'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { en } from '@/lib/messages/catalogue';

type Words = typeof en.failed;

const FailedWords = createContext<Words | undefined>(undefined);

/** Gives the page for a failure its words: it is made in the browser, which has no messages but these. */
export function WithFailedWords({ words, children }: { words: Words; children: ReactNode }) {
  return <FailedWords value={words}>{children}</FailedWords>;
}

export const useFailedWords = () => useContext(FailedWords);
