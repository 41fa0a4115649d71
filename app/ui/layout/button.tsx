import type { ComponentProps, ReactNode } from 'react';
import { buttonLook, type Look } from '@/app/ui/layout/button-look';
import { Link } from '@/lib/web/routes/navigation';

/** Sends its form. No button is ever disabled; pressing it shows what is missing. */
export function Button({ look = 'primary', ...props }: { look?: Look } & ComponentProps<'button'>) {
  return <button type="submit" {...props} className={buttonLook(look)} />;
}

/** A link that looks like a button, for a next page that is a step. */
export function ButtonLink({ look = 'primary', ...props }: { look?: Look } & ComponentProps<typeof Link>) {
  return <Link {...props} className={buttonLook(look)} />;
}

/** A link to a file that looks like a button. */
export function ButtonFile({ look = 'primary', ...props }: { look?: Look } & ComponentProps<'a'>) {
  return <a {...props} className={buttonLook(look)} />;
}

/** Buttons side by side, or one below the other on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="print:hidden mt-8 flex flex-col gap-4 sm:flex-row sm:flex-wrap">{children}</div>;
}
