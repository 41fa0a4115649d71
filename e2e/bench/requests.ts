import { serverPrograms, startPostgres } from '../../lib/testing/db/postgres';
import { claimPdf } from '../fixtures/pdfs';
import { startServer } from '../support/court/server';
import { newClaimant, prepareDraft, submitDraft } from '../support/people/claimant';
import { familyMegabytes } from './resident';
import { quantile, time } from './statistics';

const rounds = 30;

type Sample = { name: string; ms: number[] };

/** Repeats after two rounds of warming up. */
async function measure(name: string, run: () => Promise<unknown>): Promise<Sample> {
  for (let n = 0; n < 2; n += 1) await run();
  const ms: number[] = [];
  for (let n = 0; n < rounds; n += 1) ms.push(await time(run));
  return { name, ms };
}

function row({ name, ms }: Sample): string {
  const told = (q: number) => `${quantile(ms, q).toFixed(0).padStart(7)} ms`;
  return `${name.padEnd(44)} ${told(0.5)} ${told(0.95)}`;
}

async function bench(title: string, env: Record<string, string>): Promise<void> {
  const server = await startServer({ clock: '2026-11-23T15:00:00Z', env });
  try {
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const idle = familyMegabytes(server.pid);
    const visitor = await newClaimant(server.origin);
    const claim = new Blob(
      [Buffer.from(await claimPdf({ title: 'STATEMENT OF CLAIM', pages: 10, bytes: 1024 * 1024 }))],
      {
        type: 'application/pdf',
      },
    );
    const draft = await prepareDraft(visitor, claim);
    const step = `/en/claims/${draft}/nature`;
    const samples = [
      await measure('service home', () => visitor.get('/en')),
      await measure('My account', () => visitor.get('/en/account')),
      await measure('saving a step (and the next page)', async () =>
        visitor.submit(await visitor.get(step), 'nature', { nature: 'contract' }),
      ),
    ];
    const submits: Sample = { name: 'submit to issued, 1 MB claim', ms: [] };
    for (let n = 0; n < rounds + 2; n += 1) {
      const ready = await prepareDraft(visitor, claim);
      let page = '';
      const ms = await time(async () => {
        page = await submitDraft(visitor, ready);
      });
      if (!/CV-26-\d{8}-0000/.test(page)) throw new Error('a claim was not issued in its request');
      if (n >= 2) submits.ms.push(ms);
    }
    process.stdout.write(`\n${title}, ${rounds} rounds each${' '.repeat(8)} median     p95\n`);
    for (const sample of [...samples, submits]) process.stdout.write(`${row(sample)}\n`);
    process.stdout.write(
      `idle memory, server and its children: ${idle.toFixed(0)} MB; afterwards: ${familyMegabytes(server.pid).toFixed(0)} MB\n`,
    );
  } finally {
    await server.stop();
  }
}

/** The speed of the production build, one request after the other. */
export async function benchRequests(): Promise<void> {
  await bench('PGlite', {});
  const programs = serverPrograms();
  if (!programs) {
    process.stdout.write('*** PostgreSQL: NOT MEASURED, it is not installed ***\n');
    return;
  }
  const postgres = await startPostgres(programs);
  await bench('PostgreSQL', { DATABASE_URL: postgres.url });
  await postgres.stop();
}
