import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrCode } from '@/lib/pdf/drawing/qr';
import { pageWith } from '@/lib/testing/pdf/drawing';
import { describeWithReaders, issued, picture } from '@/lib/testing/pdf/pages';

describeWithReaders('a QR code', () => {
  // Some scanners read a mirrored code and others do not.
  test('shows each module in its place, the first row on top', async () => {
    const { data, size } = encode(issued.verifyUrl, { ecc: 'M', border: 0, maskPattern: 2 });
    const modules = size + 4;
    const page = { width: modules, height: modules };
    const bytes = pageWith(
      { ...page, content: qrCode(issued.verifyUrl, modules), faces: {} },
      { ...page, x: 0, y: 0 },
    );
    const { rgb, width } = picture(bytes, 3 * 72);
    const isDark = (x: number, y: number) => rgb[3 * ((3 * y + 1) * width + 3 * x + 1)] === 0;
    const shown = data.map((row, y) => row.map((_, x) => isDark(x + 2, y + 2)));
    expect(shown).toEqual(data);
    expect([isDark(1, 1), isDark(modules - 2, modules - 2)]).toEqual([false, false]);
  });

  test('has as many rectangles as runs of dark modules, filled at once', () => {
    const operators = qrCode(issued.verifyUrl, 58)
      .split('\n')
      .map((line) => line.split(' ').at(-1));
    const runs = encode(issued.verifyUrl, { ecc: 'M', border: 0, maskPattern: 2 }).data.flatMap((row) =>
      row.filter((dark, x) => dark && !row[x - 1]),
    );
    // The white square accounts for one rectangle and one fill.
    expect(operators.filter((operator) => operator === 're')).toHaveLength(runs.length + 1);
    expect(operators.filter((operator) => operator === 'f')).toHaveLength(2);
  });
});
