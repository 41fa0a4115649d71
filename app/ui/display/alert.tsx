import { CircleCheck, CircleX, type IconNode, Info, TriangleAlert } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '@/app/ui/display/icon';

const looks = {
  information: { box: 'border-information bg-information-light', colour: 'text-information', icon: Info },
  warning: { box: 'border-warning bg-warning-light', colour: 'text-warning-dark', icon: TriangleAlert },
  success: { box: 'border-success bg-success-light', colour: 'text-success', icon: CircleCheck },
  error: { box: 'border-alert bg-alert-light', colour: 'text-alert', icon: CircleX },
} satisfies Record<string, { box: string; colour: string; icon: IconNode }>;

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
  const { box, colour, icon } = looks[look];
  return (
    <div className={`mb-6 flex max-w-text gap-3 rounded-r border-l-4 py-4 pr-5 pl-4 ${box}`}>
      <Icon of={icon} className={`mt-0.5 shrink-0 ${colour}`} />
      <div className="min-w-0 grow [&>:last-child]:mb-0">
        {heading && <p className="mb-1! font-bold">{heading}</p>}
        {children}
      </div>
    </div>
  );
}

/** A quiet box beside the text. */
export function Panel({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="max-w-text rounded-lg bg-quiet p-5 [&>p:last-child]:mb-0">
      {children}
    </section>
  );
}
