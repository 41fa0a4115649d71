import type { ComponentProps, ReactNode } from 'react';
import { Link } from '@/lib/web/routes/navigation';

const shape =
  'inline-block min-h-11 w-full min-w-40 cursor-pointer rounded border-2 px-6 py-2 text-center text-lg font-semibold sm:w-auto';

const looks = {
  primary: 'border-link bg-link text-white hover:border-link-hover hover:bg-link-hover active:bg-link-active',
  secondary: 'border-link bg-white text-link hover:bg-grey-5 hover:text-link-hover',
  start: 'border-start bg-start text-white hover:border-start-hover hover:bg-start-hover',
  danger: 'border-alert bg-white text-alert hover:bg-alert-light',
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
