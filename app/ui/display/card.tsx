import type { ReactNode } from 'react';

/** Cards side by side, as many as there is room for. */
export function Cards({ children }: { children: ReactNode }) {
  return <div className="grid gap-5 sm:grid-cols-[repeat(auto-fit,minmax(16rem,1fr))]">{children}</div>;
}

/** One matter in a box, under its heading. `icon` is a picture that only adorns. */
export function Card({
  heading,
  icon,
  level: Heading = 'h2',
  children,
}: {
  heading: ReactNode;
  icon?: ReactNode;
  level?: 'h2' | 'h3';
  children: ReactNode;
}) {
  return (
    <section className="rounded-lg border border-line p-6 [&>:last-child]:mb-0">
      {icon && <div className="mb-3 text-link">{icon}</div>}
      <Heading className="mt-0! mb-2! text-xl!">{heading}</Heading>
      {children}
    </section>
  );
}
