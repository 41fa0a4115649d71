import { encode } from 'uqr';

/** Light modules on every side (ISO/IEC 18004). */
const quiet = 4;

/** The outline of the dark modules of a row, a rectangle for each run. */
function runs(row: boolean[], y: number): string {
  let path = '';
  for (let x = row.indexOf(true); x !== -1; ) {
    const end = row.indexOf(false, x);
    const length = (end === -1 ? row.length : end) - x;
    path += `M${x + quiet} ${y + quiet}h${length}v1h-${length}z`;
    x = row.indexOf(true, x + length);
  }
  return path;
}

/** A text as a QR code, black on white; `label` says what it is for to those who do not see it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const side = size + 2 * quiet;
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="mb-6 block w-full max-w-64 border border-grey-20 bg-white"
    >
      <path d={data.map(runs).join('')} className="fill-black" />
    </svg>
  );
}
