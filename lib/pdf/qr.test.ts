import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrCode } from '@/lib/pdf/qr';
import { describeWithReaders, issued, picture } from '@/lib/pdf/testing';
import { pageWith } from '@/lib/pdf/testing-drawing';

describeWithReaders('a QR code', () => {
  // A mirrored code is read by some scanners and not by others.
  test('shows each module in its place, the first row on top', async () => {
    const { data, size } = encode(issued.address, { ecc: 'M', border: 0, maskPattern: 2 });
    const modules = size + 4;
    const page = { width: modules, height: modules };
    const bytes = pageWith(
      { ...page, content: qrCode(issued.address, modules), faces: {} },
      { ...page, x: 0, y: 0 },
    );
    const { rgb, width } = picture(bytes, 3 * 72);
    const isDark = (x: number, y: number) => rgb[3 * ((3 * y + 1) * width + 3 * x + 1)] === 0;
    const shown = data.map((row, y) => row.map((_, x) => isDark(x + 2, y + 2)));
    expect(shown).toEqual(data);
    expect([isDark(1, 1), isDark(modules - 2, modules - 2)]).toEqual([false, false]);
  });

  test('has as many rectangles as runs of dark modules, filled at once', () => {
    const operators = qrCode(issued.address, 58)
      .split('\n')
      .map((line) => line.split(' ').at(-1));
    const runs = encode(issued.address, { ecc: 'M', border: 0, maskPattern: 2 }).data.flatMap((row) =>
      row.filter((dark, x) => dark && !row[x - 1]),
    );
    // One rectangle and one fill are those of the white square.
    expect(operators.filter((operator) => operator === 're')).toHaveLength(runs.length + 1);
    expect(operators.filter((operator) => operator === 'f')).toHaveLength(2);
  });
});
