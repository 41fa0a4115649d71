import { Ban, CircleCheck, Clock, type IconNode, Inbox, PencilLine, TriangleAlert } from 'lucide';
import { Icon } from '@/app/ui/display/icon';

type Look = { colours: string; icon: IconNode };

const looks = {
  draft: { colours: 'border-line bg-quiet text-ink', icon: PencilLine },
  due: { colours: 'border-line bg-quiet text-ink', icon: Clock },
  received: { colours: 'border-information bg-information-light text-information', icon: Inbox },
  issued: { colours: 'border-success bg-success-light text-success', icon: CircleCheck },
  held: { colours: 'border-warning-dark bg-warning-light text-warning-dark', icon: TriangleAlert },
  withdrawn: { colours: 'border-line bg-quiet text-muted', icon: Ban },
} satisfies Record<string, Look>;

export type StatusLook = keyof typeof looks;

/** A state: in words first, then by its icon, and by its colour last. */
export function Status({ state, children }: { state: StatusLook; children: string }) {
  const { colours, icon } = looks[state];
  return (
    <strong
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border px-3 py-0.5 text-[0.9375rem] font-semibold ${colours}`}
    >
      <Icon of={icon} size={16} className="shrink-0" />
      {children}
    </strong>
  );
}
