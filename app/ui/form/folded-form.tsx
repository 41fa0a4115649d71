import type { ReactNode } from 'react';
import { Fold } from '@/app/ui/form/fold';
import { savedForm } from '@/lib/web/action/saved-form';
import { currentOwner, currentPath } from '@/lib/web/session/session';

type Props = {
  /** What opens it. */
  summary: string;
  /** What the form does. */
  words: string;
  /** The name of a field that this form alone has. */
  field: string;
  children: ReactNode;
};

/** A form that is seldom sent, behind a click. It is open if a saved form fills it, and once it was sent. */
export async function FoldedForm({ summary, words, field, children }: Props) {
  const saved = await savedForm(await currentPath(), await currentOwner());
  return (
    <Fold summary={summary} words={words} isOpen={field in saved}>
      {children}
    </Fold>
  );
}
