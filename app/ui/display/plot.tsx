import { Folded } from '@/app/ui/display/folded';
import { Table } from '@/app/ui/display/table';

/** `tick` stands below the bar, where there is room for it; `shown` is the value in words. */
export type Bar = { name: string; value: number; shown?: string; tick?: string };

const size = { width: 640, height: 220, left: 48, bottom: 28, top: 12 };
const plotHeight = size.height - size.bottom - size.top;

/** The least round number that is not below the highest value and has a whole half. */
function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  const rounds = [2, 4, 6, 8, 10].map((times) => times * power);
  return rounds.find((round) => round >= most) ?? most;
}

/** A single column does not fill the plot. */
const widest = 48;

/** A line across the plot at a value, with that value before it. */
function Rule({ value, top, words }: { value: number; top: number; words: string }) {
  const y = size.top + plotHeight * (1 - value / top);
  return (
    <>
      <line x1={size.left} x2={size.width} y1={y} y2={y} className="stroke-line" />
      <text x={size.left - 6} y={y + 4} textAnchor="end" fontSize="12" className="fill-muted">
        {words}
      </text>
    </>
  );
}

function Columns({ bars, top }: { bars: readonly Bar[]; top: number }) {
  const step = (size.width - size.left) / bars.length;
  return bars.map(({ name, value, tick }, at) => {
    const [width, height] = [Math.min(step * 0.76, widest), (plotHeight * value) / top];
    const middle = size.left + (at + 0.5) * step;
    return (
      <g key={name}>
        <rect
          x={middle - width / 2}
          y={size.top + plotHeight - height}
          width={width}
          height={height}
          className="fill-information"
        />
        {tick && (
          <text x={middle} y={size.height - 8} textAnchor="middle" fontSize="12" className="fill-muted">
            {tick}
          </text>
        )}
      </g>
    );
  });
}

/**
 * Values as columns, and the same as a table for whoever does not see them. Made on the server, without scripts.
 * @param most the value at the top, where it is always the same; by default a round one above the highest
 */
export function Plot({
  title,
  bars,
  headings,
  tableWords,
  format = String,
  most,
}: {
  title: string;
  bars: readonly Bar[];
  headings: readonly [name: string, value: string];
  /** What opens the table. Without it a table beside the plot says the same. */
  tableWords?: string;
  format?: (value: number) => string;
  most?: number;
}) {
  const top = most ?? roundUp(Math.max(...bars.map(({ value }) => value)));
  const rows = bars.map(({ name, value, shown }) => ({ key: name, cells: [name, shown ?? format(value)] }));
  return (
    <figure className="mb-8 max-w-text">
      <figcaption className="mb-2 font-semibold">{title}</figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={title}
        className="h-auto w-full"
      >
        {[0, top / 2, top].map((value) => (
          <Rule key={value} value={value} top={top} words={format(value)} />
        ))}
        <Columns bars={bars} top={top} />
      </svg>
      {tableWords && (
        <Folded summary={tableWords}>
          <Table caption={title} headings={headings} rows={rows} empty="" headed />
        </Folded>
      )}
    </figure>
  );
}

/** A few values with long names as bars beside them, for what has no order of its own. */
export function BarList({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <table className="mb-8 w-full max-w-text text-left">
      <caption className="mb-2 text-left font-semibold">{title}</caption>
      <tbody>
        {bars.map(({ name, value, shown }) => (
          <tr key={name}>
            <th scope="row" className="w-1/2 py-1.5 pr-4 font-normal">
              {name}
            </th>
            <td className="py-1.5">
              <span className="flex items-center gap-3">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden className="h-4 w-full">
                  <rect width={(100 * value) / most} height="10" className="fill-information" />
                </svg>
                <span className="shrink-0 tabular-nums">{shown ?? String(value)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
