'use client';

import { Menu as MenuIcon, X } from 'lucide';
import { usePathname } from 'next/navigation';
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '@/app/ui/display/line-icon';
import type { LinkProps } from '@/app/ui/links/soft-link';

type Props = {
  label: string;
  /** Each with its path in the language of the page. */
  links: readonly { href: string; words: string }[];
  /** A last entry of the same look, such as the button that ends the session. */
  end?: ReactNode;
  /** What follows a link in the place of the browser, where pages are for one person. */
  link?: ComponentType<LinkProps> | undefined;
};

const PlainItem = (props: LinkProps) => <a {...props} />;

/** So many stand closer together, to stay in one line. */
const manyLinks = 8;

/** The pages of a service: side by side where there is room, else in a menu that opens without scripts as well. */
export function NavList({ label, links, end, link: Link = PlainItem }: Props) {
  const here = usePathname();
  // The nearest page above this one: the first page of a service is above all of its others.
  const nearest = links
    .map(({ href }) => href)
    .filter((href) => here === href || here.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  const current = (href: string) => {
    if (href !== nearest) return undefined;
    return href === here ? 'page' : 'true';
  };
  const list = (look: string) => (
    <ul className={look}>
      {links.map(({ href, words }) => (
        <li key={href}>
          <Link href={href} aria-current={current(href)} className="nav-item">
            {words}
          </Link>
        </li>
      ))}
      {end && <li>{end}</li>}
    </ul>
  );
  return (
    <>
      <nav aria-label={label} className="hidden md:block">
        {list(links.length > manyLinks ? 'flex flex-wrap gap-x-5' : 'flex flex-wrap gap-x-7')}
      </nav>
      <Menu key={here} label={label}>
        {list('')}
      </Menu>
    </>
  );
}

/** Closes when another page opens, by Escape, and by a click outside of it. */
function Menu({ label, children }: { label: string; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const isOutside = event.target instanceof Node && !menu.current?.contains(event.target);
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      if (!menu.current?.open || !(isEscape || (event.type === 'click' && isOutside))) return;
      menu.current.open = false;
      if (isEscape) menu.current.querySelector('summary')?.focus();
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={menu} className="group relative md:hidden">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
        <Icon of={MenuIcon} className="group-open:hidden" />
        <Icon of={X} className="hidden group-open:block" />
        {label}
      </summary>
      <nav
        aria-label={label}
        className="absolute right-0 z-10 w-72 max-w-[calc(100vw-2rem)] rounded border border-line bg-page py-2 shadow-lg"
      >
        {children}
      </nav>
    </details>
  );
}
