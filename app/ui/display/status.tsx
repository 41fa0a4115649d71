import { Ban, CircleCheck, Clock, Inbox, type LucideIcon, PencilLine, TriangleAlert } from 'lucide-react';

type Look = { colours: string; Icon: LucideIcon };

const looks = {
  draft: { colours: 'border-line bg-quiet text-ink', Icon: PencilLine },
  due: { colours: 'border-line bg-quiet text-ink', Icon: Clock },
  received: { colours: 'border-information bg-information-light text-information', Icon: Inbox },
  issued: { colours: 'border-success bg-success-light text-success', Icon: CircleCheck },
  held: { colours: 'border-warning-dark bg-warning-light text-warning-dark', Icon: TriangleAlert },
  withdrawn: { colours: 'border-line bg-quiet text-muted', Icon: Ban },
} satisfies Record<string, Look>;

export type StatusLook = keyof typeof looks;

/** A state: in words first, then by its icon, and by its colour last. */
export function Status({ state, children }: { state: StatusLook; children: string }) {
  const { colours, Icon } = looks[state];
  return (
    <strong
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border px-3 py-0.5 text-[0.9375rem] font-semibold ${colours}`}
    >
      <Icon aria-hidden size={16} className="shrink-0" />
      {children}
    </strong>
  );
}
