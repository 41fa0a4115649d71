/** Our own mark: the scales in a ring, as in the browser's tab. */
export function Wordmark() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" className="size-8 shrink-0" fill="none" stroke="currentColor">
      <circle cx="14" cy="14" r="12.5" strokeWidth="1.75" />
      <path
        d="M14 6.500v14.500M10 21h8M7.500 9.500h13M5.250 15.500l2.750-6 2.750 6zM17.250 15.500l2.750-6 2.750 6z"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
