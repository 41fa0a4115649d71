import { strict as assert } from 'node:assert';
import { check } from './check';
import { Court } from './court';

/** Receipt, the date that the claim bears, and when it is due. */
const moments: [received: string, issueOn: string, dueAt: string][] = [
  ['2026-03-08T12:00:00.000Z', '2026-03-09', '2026-03-09T12:30:00.000Z'], // clocks go forward
  ['2026-11-01T12:00:00.000Z', '2026-11-02', '2026-11-02T13:30:00.000Z'], // clocks go back
  ['2026-11-24T21:59:59.999Z', '2026-11-24', '2026-11-24T21:59:59.999Z'],
  ['2026-11-24T22:00:00.000Z', '2026-11-25', '2026-11-25T13:30:00.000Z'],
  ['2026-12-31T21:59:59.999Z', '2026-12-31', '2026-12-31T21:59:59.999Z'],
  ['2026-12-31T22:00:00.000Z', '2027-01-04', '2027-01-04T13:30:00.000Z'],
];

/** Claims received at the edges of the court's clock bear the right date, are due then, and number by that year. */
export async function clockEdges(): Promise<string> {
  const court = await Court.open();
  try {
    for (const [received] of moments) await court.act('queue', 1, received);
    const rows =
      await court.sql`select received_at, issue_on::text, due_at from filings order by received_at`;
    assert.deepEqual(
      rows.map((row) => [row.received_at.toISOString(), row.issue_on, row.due_at.toISOString()]),
      moments,
    );
    await court.start('2027-01-04T13:29:57.000Z');
    await court.settled();
    const years = await court.sql`select substr(file_number, 4, 2) as year from filings order by received_at`;
    assert.deepEqual(
      years.map(({ year }) => year),
      ['26', '26', '26', '26', '26', '27'],
    );
    await check(court, moments.length);
    return `${moments.length} edges of the clock`;
  } finally {
    await court.close();
  }
}
