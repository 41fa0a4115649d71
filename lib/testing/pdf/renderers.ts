import { PDFiumLibrary } from '@hyzyla/pdfium';
import { fromPpm, type Picture, picture, read } from '@/lib/testing/pdf/pages';

/** The first page at so many pixels an inch, as four programs show it that share no code. */
export const renderers: Record<string, (bytes: Uint8Array, pixelsPerInch: number) => Promise<Picture>> = {
  poppler: async (bytes, pixelsPerInch) => picture(bytes, pixelsPerInch),
  Ghostscript: async (bytes, pixelsPerInch) => {
    const device = ['-q', '-dBATCH', '-dNOPAUSE', '-dLastPage=1', '-sDEVICE=ppmraw', '-sOutputFile=-'];
    const smooth = ['-dTextAlphaBits=4', '-dGraphicsAlphaBits=4', `-r${pixelsPerInch}`];
    return shownBy(bytes, 'gs', (file) => [...device, ...smooth, file]);
  },
  MuPDF: async (bytes, pixelsPerInch) =>
    shownBy(bytes, 'mutool', (file) => [
      'draw',
      '-q',
      '-o',
      '-',
      '-F',
      'ppm',
      '-r',
      String(pixelsPerInch),
      file,
      '1',
    ]),
  PDFium: shownByPdfium,
};

function shownBy(bytes: Uint8Array, program: string, argumentsFor: (file: string) => string[]): Picture {
  const { stdout, stderr } = read(bytes, program, argumentsFor);
  const shown = fromPpm(stdout);
  if (!shown) throw new Error(`${program} shows no first page: ${stderr}`);
  return shown;
}

async function shownByPdfium(bytes: Uint8Array, pixelsPerInch: number): Promise<Picture> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    // Without its forms no field is drawn.
    document.initializeFormFields();
    const page = document.getPage(0);
    const { width, height, data } = await page.render({ scale: pixelsPerInch / 72, renderFormFields: true });
    document.destroy();
    // Red, green, blue and how opaque; the page is white.
    return { width, height, rgb: data.filter((_, n) => n % 4 !== 3) };
  } finally {
    library.destroy();
  }
}
