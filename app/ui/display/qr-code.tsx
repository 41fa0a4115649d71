import { renderSVG } from 'uqr';

/** Light modules on every side (ISO/IEC 18004). */
const quiet = 4;

/** A text as a QR code, black on white. `label` tells its purpose to people who cannot see it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const svg = renderSVG(text, { ecc: 'M', border: quiet });
  return (
    // biome-ignore lint/performance/noImgElement: it is in the page already, so there is nothing to optimise.
    <img
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt={label}
      className="mb-6 block w-full max-w-64 border border-line"
    />
  );
}
