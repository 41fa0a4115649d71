import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withPlainImages } from '@/lib/pdf/pdf-js/plain-images';

const library = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

// No scripts, no worker, no fonts of the machine, and no decoders that need a canvas or WebAssembly. The
// character maps of Chinese, Japanese and Korean fonts are needed to locate their text.
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

/**
 * pdf.js makes a matrix when it is loaded, and uses it for drawing alone. Node has none, and the canvas that pdf.js looks
 * for is native code, which a confined process cannot load.
 */
class NoMatrix {}

/** pdf.js itself. Loaded on demand, so that other work is spared its 60 MB of memory. */
export function loadPdfJs() {
  Object.assign(globalThis, { DOMMatrix: globalThis.DOMMatrix ?? NoMatrix });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Opens a file with pdf.js; the caller must `destroy` the result. */
export async function openWithPdfJs(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  const { getDocument } = await loadPdfJs();
  return getDocument({ data: withPlainImages(bytes), ...options });
}
