import { refuseActiveContent } from '@/lib/pdf/read/active-content';
import { refuseTangledFields } from '@/lib/pdf/read/field-tree';
import { type Form, readForm } from '@/lib/pdf/read/form';
import { refuseChangingLayers } from '@/lib/pdf/read/layers';
import type { PdfFile } from '@/lib/pdf/syntax/file';

/**
 * Reads the form of a file that shows everyone the same pages and does nothing else. An upload is asked for this, and
 * every file again before it is sealed.
 * @throws PdfRefused with the reason
 */
export function acceptableForm(pdf: PdfFile): Form {
  const form = readForm(pdf);
  refuseTangledFields(pdf);
  refuseActiveContent(pdf);
  refuseChangingLayers(pdf);
  return form;
}
