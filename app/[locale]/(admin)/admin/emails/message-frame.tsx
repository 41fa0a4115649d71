/**
 * A message as its reader sees it, in a frame that may do nothing: no scripts, no forms, no links out of it. Its own
 * address gives it, because a page's policy would take away the styles that mail programs need. It counts as of our origin, because a browser paints nothing of a foreign one that lies off the
 * screen: it stays blank on paper and in a picture of the whole page. Without scripts that origin is of no use to it.
 */
export function MessageFrame({ src, title }: { src: string; title: string }) {
  return (
    <iframe
      src={src}
      title={title}
      sandbox="allow-same-origin"
      className="mb-8 h-[40rem] w-full max-w-[44rem] rounded border border-line"
    />
  );
}
