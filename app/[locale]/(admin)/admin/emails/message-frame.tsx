/**
 * A message as its reader sees it, in a frame that may do nothing: no scripts, no forms, no links out of it. Its own
 * address gives it, because a page's policy would take away the styles that mail programs need.
 */
export function MessageFrame({ src, title }: { src: string; title: string }) {
  return (
    <iframe
      src={src}
      title={title}
      sandbox=""
      className="mb-8 h-[40rem] w-full max-w-[44rem] rounded border border-line"
    />
  );
}
