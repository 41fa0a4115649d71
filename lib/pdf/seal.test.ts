import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { claimPdf, encryptedPdf } from '@/e2e/fixtures/pdfs';
import { inspect } from '@/lib/pdf/inspect';
import { seal } from '@/lib/pdf/seal';
import {
  describeWithReaders,
  faults,
  firstPageText,
  issued,
  picture,
  pixelsWhere,
  topLeft,
} from '@/lib/pdf/testing';

const claim = () => claimPdf({ title: 'Statement of Claim', pages: 2 });

test('the uploaded bytes stay as they are at the start of the sealed file, which has the same pages', async () => {
  const bytes = await claim();
  const sealed = await seal(bytes, issued);
  expect(Buffer.compare(sealed.subarray(0, bytes.length), bytes)).toBe(0);
  expect(await inspect(sealed)).toEqual({ ok: true, pages: 2 });
});

test('the same bytes and order give the same file, another number another', async () => {
  const bytes = await claim();
  const once = await seal(bytes, issued);
  expect(Buffer.compare(await seal(bytes, issued), once)).toBe(0);
  expect(Buffer.compare(await seal(bytes, { ...issued, fileNumber: 'CV-26-00000002-0000' }), once)).not.toBe(
    0,
  );
});

test('a file that inspection refuses is refused with the same code', async () => {
  await expect(seal(await encryptedPdf(), issued)).rejects.toMatchObject({ code: 'password' });
});

describeWithReaders('a sealed claim', () => {
  test('is faultless, and its lines and the claim can be read', async () => {
    const sealed = await seal(await claim(), issued);
    expect(faults(sealed)).toBe('nothing');
    const { text } = firstPageText(sealed);
    expect(text).toContain('Court File No. / N° du dossier du greffe : CV-26-00000001-0000');
    expect(text).toContain('Electronically issued / Délivré par voie électronique : 23-NOV-2026');
    expect(text).toContain('Superior Court of Justice / Cour supérieure de justice');
    expect(text).toContain('Court office / Greffe : Toronto');
    expect(text).toContain('NORTHERN ELEVATOR INC.');
  });

  test('bears a seal that reads as two phrases, with the word demonstration only where it is one', async () => {
    const demonstration = firstPageText(await seal(await claim(), issued)).text;
    expect(demonstration).toMatch(/^SUPERIOR COURT OF JUSTICE$/m);
    expect(demonstration).toMatch(/^COUR SUPÉRIEURE DE JUSTICE$/m);
    expect(demonstration).toMatch(/^DEMONSTRATION\nDÉMONSTRATION$/m);
    const real = firstPageText(await seal(await claim(), { ...issued, demonstration: false })).text;
    expect(real).toMatch(/^COUR SUPÉRIEURE DE JUSTICE$/m);
    expect(real).not.toMatch(/D[EÉ]MONSTRATION/);
  });

  test('covers nothing of a first page laid out as in Form 14A', async () => {
    const bytes = await claim();
    const [before, after] = [picture(bytes, 72), picture(await seal(bytes, issued), 72)];
    const printed = pixelsWhere(before, (red) => red < 200);
    const changed = new Set(pixelsWhere(after, (red, _, __, n) => red !== before.rgb[3 * n]));
    expect(printed.length).toBeGreaterThan(1000);
    expect(changed.size).toBeGreaterThan(1000);
    expect(printed.filter((n) => changed.has(n))).toEqual([]);
  });

  test('wraps the name of a court office that is longer than the line', async () => {
    const courtOffice = 'Stormont, Dundas and Glengarry '.repeat(6).trim();
    const { text } = firstPageText(await seal(await claim(), { ...issued, courtOffice }));
    expect(text.match(/Glengarry/g)).toHaveLength(6);
    expect(text).not.toContain(courtOffice);
  });

  test('a filed document bears two lines and no seal', async () => {
    const { text } = firstPageText(
      await seal(await claim(), { ...issued, kind: 'filed', demonstration: false }),
    );
    expect(text).toContain('Electronically filed / Déposé par voie électronique : 23-NOV-2026');
    expect(text).toContain('CV-26-00000001-0000');
    expect(text).not.toMatch(/COUR SUPÉRIEURE|Greffe|issued/);
  });

  test('can be sealed again: both revisions are kept', async () => {
    const once = await seal(await claim(), issued);
    const twice = await seal(once, { ...issued, kind: 'filed', on: '2026-12-01' });
    expect(Buffer.compare(twice.subarray(0, once.length), once)).toBe(0);
    expect(faults(twice)).toBe('nothing');
    expect(firstPageText(twice).text).toContain('23-NOV-2026');
    expect(firstPageText(twice).text).toContain('01-DEC-2026');
  });
});

const matrix = path.resolve('../shared/corpus/matrix');
const turned = ['-90', '0', '90', '180', '270', '450'].flatMap((rotate) => [
  `rot_${rotate}_0,0,612,792_0_U1`,
  `rot_${rotate}_-100,50,512,842_23_U1`,
  `rot_${rotate}_612,792,0,0_31_U2.5`,
]);

/** The seal as it is shown on a file of the matrix; poppler ignores /UserUnit, so its resolution makes up for it. */
async function shownSeal(name: string) {
  const sealed = await seal(readFileSync(path.join(matrix, `${name}.pdf`)), issued);
  return topLeft(picture(sealed, name.endsWith('U2.5') ? 250 : 100), 160);
}

if (existsSync(matrix)) {
  describeWithReaders('on a page turned, cropped and scaled in any way', () => {
    test.each(turned)('%s shows the same seal, upright at the top left', async (name) => {
      const [shown, model] = [await shownSeal(name), await shownSeal('rot_0_0,0,612,792_0_U1')];
      const red = pixelsWhere(model, (r, g, b) => r - Math.max(g, b) > 60);
      const missing = pixelsWhere(shown, (r, g, b, n) => red.includes(n) && r - Math.max(g, b) < 30);
      expect(red.length).toBeGreaterThan(1500);
      expect(missing.length / red.length).toBeLessThan(0.05);
    });
  });
} else
  process.stderr.write(`\n*** NOT TESTED: turned and cropped pages: there is no corpus at ${matrix} ***\n\n`);
