import type { ReactNode } from 'react';

const looks = {
  information: 'border-information bg-information-light',
  warning: 'border-warning bg-warning-light',
  success: 'border-success bg-success-light',
  error: 'border-alert bg-alert-light',
};

/** A notice to read before going on. `heading` names the matter; the text inside says what to do. */
export function Alert({
  look = 'information',
  heading,
  children,
}: {
  look?: keyof typeof looks;
  heading?: string;
  children: ReactNode;
}) {
  return (
    <div className={`mb-6 max-w-text border-l-8 p-4 [&>p:last-child]:mb-0 ${looks[look]}`}>
      {heading && <p className="mb-1! font-bold">{heading}</p>}
      {children}
    </div>
  );
}

/** A plain box beside the text. */
export function Panel({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="mb-8 max-w-text rounded border border-grey-20 bg-grey-5 p-4 [&>p:last-child]:mb-0"
    >
      {children}
    </section>
  );
}
