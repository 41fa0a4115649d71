import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { courtSigner } from '@/lib/jobs/issuing/court-signature';
import { examinePdf, sealPdf } from '@/lib/services/pdf-sandbox/pdf';
import { issued } from '@/lib/testing/pdf/pages';

/**
 * Run in a process of its own with paths of PDFs: how late its event loop is, in milliseconds, while it does nothing
 * and while it has the files examined and sealed, two at once.
 */
async function late(run: () => Promise<unknown>): Promise<{ p99: number; most: number }> {
  const monitor = monitorEventLoopDelay({ resolution: 5 });
  monitor.enable();
  await run();
  monitor.disable();
  return { p99: monitor.percentile(99) / 1e6, most: monitor.max / 1e6 };
}

const files = process.argv.slice(2).map((file) => readFileSync(file));
const signer = await courtSigner();

async function sealOne(bytes: Uint8Array): Promise<void> {
  const examined = await examinePdf(bytes);
  if (!examined.ok) throw new Error(examined.code);
  const sealed = await sealPdf(bytes, issued, examined.place, signer);
  if (!sealed.ok) throw new Error(sealed.code);
}

const twoAtOnce = async () => {
  const waiting = Array.from({ length: 5 }, () => files).flat();
  const next = async () => {
    for (let bytes = waiting.pop(); bytes; bytes = waiting.pop()) await sealOne(bytes);
  };
  await Promise.all([next(), next()]);
};

await twoAtOnce();
const started = performance.now();
const busy = await late(twoAtOnce);
const ms = performance.now() - started;
const idle = await late(() => new Promise((resolve) => setTimeout(resolve, ms)));
process.stdout.write(JSON.stringify({ idle, busy }));
process.exit();
