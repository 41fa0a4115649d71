import type { ReactNode } from 'react';

/** A picture of a step, drawn in the colours of the page: it says nothing that the words beside it do not. */
function Picture({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 112 88" aria-hidden="true" className="w-full" fill="none" strokeWidth="2.5">
      <rect x="1" y="8" width="110" height="72" rx="10" className="fill-action-light" />
      <g strokeLinecap="round" strokeLinejoin="round" className="stroke-link">
        {children}
      </g>
    </svg>
  );
}

/** A sheet with a folded corner and lines of text. */
function Sheet({ lines = [30, 38, 46, 54] }: { lines?: readonly number[] }) {
  return (
    <>
      <path d="M36 16h30l12 12v44H36z" className="fill-page" />
      <path d="M66 16v12h12" />
      {lines.map((y) => (
        <path key={y} d={`M43 ${y}h${y === 30 ? 16 : 28}`} className="stroke-edge" />
      ))}
    </>
  );
}

/** A sheet that goes up. */
export function SheetUp() {
  return (
    <Picture>
      <Sheet lines={[30, 38]} />
      <path d="M57 64v-18M50 52l7-7 7 7" />
    </Picture>
  );
}

/** A sheet with a word found in it, and a tick. */
export function SheetChecked() {
  return (
    <Picture>
      <Sheet lines={[30, 46, 54]} />
      <rect x="42" y="34.500" width="24" height="8" rx="2" className="fill-warning stroke-none" />
      <circle cx="80" cy="62" r="12" className="fill-page" />
      <path d="M74 62l4.500 4.500 8-8.500" />
    </Picture>
  );
}

/** A sheet on its way, and the receipt that answers. */
export function Sent() {
  return (
    <Picture>
      <path d="M22 46l46-22-12 44-12-16z" className="fill-page" />
      <path d="M44 52l24-28" />
      <path d="M76 40h14M74 50h16M70 60h20" className="stroke-edge" />
    </Picture>
  );
}

/** A sheet with a seal. */
export function Sealed() {
  return (
    <Picture>
      <Sheet />
      <path d="M70 66l-4 14 8-4 8 4-4-14" className="fill-page" />
      <circle cx="74" cy="60" r="12" className="fill-page" />
      <circle cx="74" cy="60" r="7" className="fill-warning stroke-none" />
    </Picture>
  );
}
