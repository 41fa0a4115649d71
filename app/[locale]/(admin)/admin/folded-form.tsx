import type { ReactNode } from 'react';
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

/** A form of staff that is seldom sent, behind a click. It is open if a saved form fills it. */
export async function FoldedForm({ summary, words, field, children }: Props) {
  const saved = await savedForm(await currentPath(), await currentOwner());
  return (
    <details className="mb-6" open={field in saved}>
      <summary className="min-h-11 cursor-pointer py-2 text-link underline">{summary}</summary>
      <p className="mt-4">{words}</p>
      {children}
    </details>
  );
}
