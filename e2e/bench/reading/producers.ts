import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { partsOf } from '@/lib/testing/claim/written/body';
import { type Drawn, drawnPdf } from '@/lib/testing/claim/written/draw';
import { htmlOf, type Look } from '@/lib/testing/claim/written/html';
import type { WrittenClaim } from '@/lib/testing/claim/written/written';

export type Produced = { claim: WrittenClaim; producer: string; bytes: Uint8Array };

const looks: Look[] = ['centred', 'left', 'table'];
const drawings: [string, Drawn][] = [
  ['word by word', { by: 'word', sideways: true }],
  ['line by line, spaced headings', { by: 'line', spaced: true, ledger: true }],
  ['letter by letter, no order', { by: 'letter', shuffled: true }],
  ['scanned with text', { by: 'word', scanned: true }],
  ['form fields', { by: 'line', fields: true }],
];

const slug = (claim: WrittenClaim) => claim.name.replaceAll(/\W+/g, '-');
const isMissing = (program: string) => Boolean(spawnSync(program, ['--version']).error);

/** Each claim by every program that is installed; what is not is said aloud. */
export async function produced(claims: WrittenClaim[], folder: string): Promise<Produced[]> {
  const drawn = await Promise.all(claims.flatMap((claim) => drawings.map((given) => drawnBy(claim, given))));
  const printed = [...office(claims, folder), ...chromium(claims, folder)];
  return [...drawn, ...printed, ...distilled(drawn, folder)];
}

async function drawnBy(claim: WrittenClaim, [producer, drawn]: [string, Drawn]): Promise<Produced> {
  return { claim, producer, bytes: await drawnPdf(partsOf(claim), drawn) };
}

function pages(claims: WrittenClaim[], folder: string, shift: number): string {
  const place = path.join(folder, `html-${shift}`);
  mkdirSync(place, { recursive: true });
  for (const [index, claim] of claims.entries())
    writeFileSync(
      path.join(place, `${slug(claim)}.html`),
      htmlOf(partsOf(claim), looks[(index + shift) % 3] ?? 'left'),
    );
  return place;
}

function office(claims: WrittenClaim[], folder: string): Produced[] {
  if (isMissing('soffice')) return without('soffice');
  return looks.flatMap((_, shift) => {
    const place = pages(claims, folder, shift);
    const files = readdirSync(place).filter((file) => file.endsWith('.html'));
    const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', place, ...files], {
      cwd: place,
      stdio: 'ignore',
    });
    return collected(claims, place, '.pdf', 'LibreOffice');
  });
}

function chromium(claims: WrittenClaim[], folder: string): Produced[] {
  if (isMissing('chromium')) return without('chromium');
  const place = pages(claims, folder, 4);
  for (const claim of claims)
    execFileSync(
      'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--user-data-dir=${path.join(folder, 'chromium')}`,
        `--print-to-pdf=${path.join(place, `${slug(claim)}.pdf`)}`,
        path.join(place, `${slug(claim)}.html`),
      ],
      { stdio: 'ignore' },
    );
  return collected(claims, place, '.pdf', 'Chromium');
}

function distilled(drawn: Produced[], folder: string): Produced[] {
  if (isMissing('gs')) return without('gs');
  const place = path.join(folder, 'gs');
  mkdirSync(place, { recursive: true });
  const some = drawn.filter(({ producer }) => producer === 'word by word');
  for (const { claim, bytes } of some) {
    const file = path.join(place, `${slug(claim)}-in.pdf`);
    writeFileSync(file, bytes);
    execFileSync('gs', [
      '-q',
      '-dBATCH',
      '-dNOPAUSE',
      '-sDEVICE=pdfwrite',
      `-sOutputFile=${path.join(place, `${slug(claim)}.pdf`)}`,
      file,
    ]);
  }
  return collected(
    some.map(({ claim }) => claim),
    place,
    '.pdf',
    'Ghostscript',
  );
}

const collected = (claims: WrittenClaim[], place: string, ending: string, producer: string): Produced[] =>
  claims.map((claim) => ({ claim, producer, bytes: readFileSync(path.join(place, slug(claim) + ending)) }));

function without(program: string): Produced[] {
  process.stderr.write(`\n*** NOT MEASURED: ${program} is not installed ***\n\n`);
  return [];
}
