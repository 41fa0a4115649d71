import type { CSSProperties } from 'react';

const table: CSSProperties = { borderCollapse: 'collapse', width: '100%', margin: '0 0 16px' };
const cell: CSSProperties = {
  borderBottom: '1px solid #cccccc',
  color: '#1a1a1a',
  fontSize: '16px',
  lineHeight: '24px',
  padding: '8px 16px 8px 0',
  // A fingerprint or a file name has no place to break, and a phone is narrower than either.
  wordBreak: 'break-word',
  textAlign: 'left',
  verticalAlign: 'top',
};

/** The facts of a message as label and value. Plain text keeps the two columns. */
export function Facts({ rows }: { rows: [label: string, value: string][] }) {
  return (
    <table data-text-format="dataTable" style={table}>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={`${label} ${value}`}>
            <th scope="row" style={{ ...cell, width: '40%' }}>
              {label}
            </th>
            <td style={cell}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
