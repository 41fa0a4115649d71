import type { ComponentProps, ReactNode } from 'react';

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

export type Look = keyof typeof looks;

/** The classes of a button, for what looks like one. */
export const buttonLook = (look: Look): string => `${shape} ${looks[look]}`;

/** Sends its form. No button is ever disabled; pressing it shows what is missing. */
export function Button({ look = 'primary', ...props }: { look?: Look } & ComponentProps<'button'>) {
  return <button type="submit" {...props} className={buttonLook(look)} />;
}

/** A link to a file that looks like a button. */
export function ButtonFile({ look = 'primary', ...props }: { look?: Look } & ComponentProps<'a'>) {
  return <a {...props} className={buttonLook(look)} />;
}

/** Buttons side by side, or one below the other on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="print:hidden mt-8 flex flex-col gap-4 sm:flex-row sm:flex-wrap">{children}</div>;
}
