import { createHmac } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { verificationCode } from '@/lib/domain/register/verification';
import { env } from '@/lib/env';
import { courtSigner } from '@/lib/jobs/issuing/court-signature';
import { verificationUrl } from '@/lib/jobs/mail/mail-about-claim';
import { en } from '@/lib/messages/catalogue';
import type { SealOrder } from '@/lib/pdf/read/seal-order';
import { bearsOurSeal } from '@/lib/pdf/signature/verify';
import { type PdfCode, placeSeal, sealPdf } from '@/lib/services/pdf-sandbox/pdf';
import { courtKey } from '@/lib/services/signing/signing-key';

const options = z.object({
  'out-dir': z.string({ error: 'is missing' }),
  number: z
    .string({ error: 'is missing' })
    .regex(/^[0-9A-Z][0-9A-Z-]{4,39}$/, 'is not of the form CV-26-00000001-0000'),
  issued: z.iso.date('is not a date of the form 2026-11-23'),
  court: z.string().default('Toronto'),
});

type Outcome =
  | { ok: true; bytes: Uint8Array; code?: 'already-sealed' }
  | { ok: false; code: PdfCode | 'unreadable' };

/**
 * `seal --out-dir DIR --number CV-26-00000001-0000 --issued 2026-11-23 [--court Toronto] FILE...` seals the
 * files that can be sealed, enters nothing into the register, and prints for each file a line of JSON. `ms`
 * is the time from reading the file to writing the sealed one, including finding the seal's place. The same
 * number, date and file give the same bytes, except for the signature.
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'out-dir': { type: 'string' },
      number: { type: 'string' },
      issued: { type: 'string' },
      court: { type: 'string' },
    },
  });
  const parsed = options.safeParse(values);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}`);
    process.stderr.write(`${wrong.join('\n')}\n`);
    process.exitCode = 2;
    return;
  }
  const order = await orderFor(parsed.data);
  const names = outputNames(positionals);
  const waiting = positionals.map((file, i) => ({
    file,
    out: path.join(parsed.data['out-dir'], names[i] ?? ''),
  }));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await sealOne(next.file, next.out, order);
  };
  await Promise.all([worker(), worker()]);
}

async function orderFor({ number, issued, court }: z.infer<typeof options>): Promise<SealOrder> {
  // Not random, so that every run makes the same code, and yet impossible to guess.
  const bits = createHmac('sha256', env.AUTH_SECRET).update(`verification code ${number}`).digest();
  const code = verificationCode(bits.subarray(0, 10));
  return {
    kind: 'issued',
    fileNumber: number,
    code,
    courtOffice: court,
    on: issued,
    decidedAt: `${issued}T17:00:00Z`,
    verifyUrl: verificationUrl(code),
    demonstration: (await courtKey()).isDemonstration,
  };
}

/** Keeps files of the same name in different folders apart. */
function outputNames(files: string[]): string[] {
  const used = new Map<string, number>();
  return files.map((file) => {
    const { name, ext } = path.parse(file);
    const count = (used.get(name + ext) ?? 0) + 1;
    used.set(name + ext, count);
    return count === 1 ? name + ext : `${name}-${count}${ext}`;
  });
}

async function sealOne(file: string, out: string, order: SealOrder): Promise<void> {
  const start = performance.now();
  const outcome = await seal(file, order);
  if (outcome.ok) await writeFile(out, outcome.bytes);
  const line = {
    file,
    result: outcome.ok ? 'sealed' : 'refused',
    out: outcome.ok ? out : null,
    code: outcome.code ?? null,
    words: outcome.ok ? null : wordsFor(outcome.code),
    ms: Math.round(10 * (performance.now() - start)) / 10,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** What people are told who upload such a file. */
const wordsFor = (code: PdfCode | 'unreadable'): string =>
  code === 'unreadable' ? 'This file cannot be read.' : en.refusal[code];

async function seal(file: string, order: SealOrder): Promise<Outcome> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return { ok: false, code: 'unreadable' };
  const mark = bearsOurSeal(bytes, (await courtKey()).authority);
  if (mark?.fileNumber === order.fileNumber) return { ok: true, bytes, code: 'already-sealed' };
  if (mark) return { ok: false, code: 'already-sealed' };
  const placing = await placeSeal(bytes);
  if (!placing.ok) return placing;
  return sealPdf(bytes, order, placing.place, await courtSigner());
}
