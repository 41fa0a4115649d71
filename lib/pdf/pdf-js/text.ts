import { openWithPdfJs } from '@/lib/pdf/pdf-js/pdf-js';

/** In characters. */
const longest = 2_000_000;

/**
 * The text of all pages in file order; null if there is none, if there is more than can be compared, or if
 * pdf.js cannot read the file.
 */
export async function textOf(bytes: Uint8Array): Promise<string | null> {
  const task = await openWithPdfJs(bytes).catch(() => null);
  if (!task) return null;
  try {
    const document = await task.promise;
    let text = '';
    for (let number = 1; number <= document.numPages && text.length <= longest; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('');
      page.cleanup();
    }
    return text.trim() && text.length <= longest ? text : null;
  } catch {
    return null;
  } finally {
    await task.destroy();
  }
}
