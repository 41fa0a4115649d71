import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withPlainImages } from '@/lib/pdf/plain-images';

const library = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

// No script, no worker, no fonts of the machine and no decoders that need a canvas or WebAssembly. The character
// maps of Chinese, Japanese and Korean fonts are needed to know where their text stands.
const options = {
  cMapUrl: path.join(library, 'cmaps', path.sep),
  isEvalSupported: false,
  isImageDecoderSupported: false,
  isOffscreenCanvasSupported: false,
  stopAtErrors: false,
  useSystemFonts: false,
  useWasm: false,
  verbosity: 0,
};

/** Opens a file with pdf.js; `destroy` what comes back. Loaded at need: 60 MB of memory that other work goes without. */
export async function openWithPdfJs(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({ data: withPlainImages(bytes), ...options });
}
