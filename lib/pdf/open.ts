import { EncryptedPDFError, ParseSpeeds, PDFDocument } from 'pdf-lib';
import { type PageNode, readPages } from '@/lib/pdf/page-tree';
import { PdfRefused } from '@/lib/pdf/refusal';

export type OpenPdf = {
  document: PDFDocument;
  pages: number;
  first: PageNode;
  /** The kind of the newest cross-reference; a revision must be written in the same kind. */
  crossReference: 'table' | 'stream';
};

/**
 * Opens a PDF so that a revision can be appended to it: whatever opens here can be sealed.
 * Encrypted files are refused, also those that open without a password: pdf-lib would destroy them.
 * @throws PdfRefused
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  if (!textAt(bytes, 0, 1024).includes('%PDF-')) throw new PdfRefused('not-a-pdf');
  try {
    const document = await PDFDocument.load(bytes, {
      forIncrementalUpdate: true,
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    });
    if (document.context.trailerInfo.Encrypt) throw new PdfRefused('password');
    const crossReference = crossReferenceAt(bytes, document.context.pdfFileDetails.prevStartXRef);
    return { document, crossReference, ...readPages(document) };
  } catch (error) {
    throw asRefusal(error);
  }
}

/** What pdf-lib throws at a file that it cannot work with, as a refusal. */
export function asRefusal(error: unknown): PdfRefused {
  if (error instanceof PdfRefused) return error;
  return new PdfRefused(error instanceof EncryptedPDFError ? 'password' : 'corrupt', { cause: error });
}

// Readers reach the uploaded objects through this place, also after a revision is appended.
function crossReferenceAt(bytes: Uint8Array, offset: number): 'table' | 'stream' {
  const found = textAt(bytes, offset, 64).trimStart();
  if (found.startsWith('xref')) return 'table';
  if (/^\d+\s+\d+\s+obj/.test(found)) return 'stream';
  throw new PdfRefused('corrupt');
}

function textAt(bytes: Uint8Array, offset: number, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(offset, offset + length));
}
