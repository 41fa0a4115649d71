import type { ComponentProps, ReactNode } from 'react';
import { Link } from '@/lib/web/routes/navigation';

const shape =
  'inline-flex min-h-12 w-full min-w-40 cursor-pointer items-center justify-center gap-2 rounded border-2 px-6 py-2 text-center text-lg font-semibold no-underline sm:w-auto';

const looks = {
  primary:
    'border-action bg-action text-on-action hover:border-action-hover hover:bg-action-hover active:bg-action-active',
  secondary: 'border-link bg-page text-link hover:bg-action-light hover:text-link-hover',
  start: 'border-start bg-start text-on-action hover:border-start-hover hover:bg-start-hover',
  /** The one button on a dark ground. */
  light: 'border-on-action bg-on-action text-hero hover:underline',
  danger: 'border-alert bg-page text-alert hover:bg-alert-light',
};

type Look = keyof typeof looks;

/** Sends its form. No button is ever disabled; pressing it shows what is missing. */
export function Button({ look = 'primary', ...props }: { look?: Look } & ComponentProps<'button'>) {
  return <button type="submit" {...props} className={`${shape} ${looks[look]}`} />;
}

/** A link that looks like a button, for a next page that is a step. */
export function ButtonLink({ look = 'primary', ...props }: { look?: Look } & ComponentProps<typeof Link>) {
  return <Link {...props} className={`${shape} ${looks[look]}`} />;
}

/** Buttons side by side, or one below the other on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="print:hidden mt-8 flex flex-col gap-4 sm:flex-row sm:flex-wrap">{children}</div>;
}
