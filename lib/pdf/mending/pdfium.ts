/** The functions of PDFium that mending needs, as its WebAssembly has them: fpdfview.h, fpdf_edit.h, fpdf_save.h. */
type PDFium = {
  HEAPU8: Uint8Array;
  wasmExports: {
    malloc(bytes: number): number;
    free(at: number): void;
    __indirect_function_table: WebAssembly.Table;
  };
  _FPDF_InitLibraryWithConfig(config: object): void;
  _FPDF_LoadMemDocument(bytes: number, size: number, password: number): number;
  _FPDFDOC_InitFormFillEnvironment(document: number, info: number): number;
  _FPDFDOC_ExitFormFillEnvironment(form: number): void;
  _FPDF_CloseDocument(document: number): void;
  _FORM_OnAfterLoadPage(page: number, form: number): void;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidth(page: number): number;
  _FPDF_GetPageHeight(page: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetRotation(page: number): number;
  _FPDFPage_SetRotation(page: number, quarters: number): void;
  _FPDFPage_Delete(document: number, index: number): void;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_GetCharAngle(text: number, index: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFBitmap_Create(width: number, height: number, alpha: number): number;
  _FPDFBitmap_FillRect(bitmap: number, x: number, y: number, w: number, h: number, colour: number): number;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_GetStride(bitmap: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    ...[bitmap, page, x, y, width, height, rotate, flags]: [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
  ): void;
  _FPDF_SaveAsCopy(document: number, writer: number, flags: number): number;
};

/** Enough for a hairline to leave its trace, in pixels. */
const longestSide = 1_000;
/** A page of a claim has a few thousand. */
const mostLetters = 100_000;
const white = 0xffffffff;
const withAnnotations = 1;
const withoutSecurity = 3;

/**
 * A module of WebAssembly that gives a function of JavaScript the type (i32, i32, i32) -> i32, by which PDFium can call
 * it: "e" "f" imported, exported as "f".
 */
const wrapper = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 8, 1, 0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7f],
  ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0],
  ...[7, 5, 1, 1, 0x66, 0, 0],
]);

/** A document in PDFium, with a memory of its own that goes with it. */
export class PdfiumDocument {
  private constructor(
    private readonly pdfium: PDFium,
    private readonly document: number,
    private readonly form: number,
    private readonly source: { at: number; size: number },
  ) {}

  /** PDFium is loaded when it is needed: most jobs are without it. @throws Error for a file that it cannot open */
  static async open(bytes: Uint8Array): Promise<PdfiumDocument> {
    const { PDFiumModule } = await import('@hyzyla/pdfium');
    // The package types only what it uses itself.
    const pdfium = (await PDFiumModule({})) as unknown as PDFium;
    pdfium._FPDF_InitLibraryWithConfig({ version: 2 });
    return PdfiumDocument.load(pdfium, bytes);
  }

  /** Closes this document and opens another in its memory. @throws Error for a file that it cannot open */
  replacedBy(bytes: Uint8Array): PdfiumDocument {
    const { pdfium } = this;
    pdfium._FPDFDOC_ExitFormFillEnvironment(this.form);
    pdfium._FPDF_CloseDocument(this.document);
    pdfium.wasmExports.free(this.source.at);
    return PdfiumDocument.load(pdfium, bytes);
  }

  private static load(pdfium: PDFium, bytes: Uint8Array): PdfiumDocument {
    const at = pdfium.wasmExports.malloc(bytes.length);
    pdfium.HEAPU8.set(bytes, at);
    const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
    if (!document) throw new Error('PDFium cannot open the file');
    return new PdfiumDocument(pdfium, document, formOf(pdfium, document), { at, size: bytes.length });
  }

  get pages(): number {
    return this.pdfium._FPDF_GetPageCount(this.document);
  }

  /** Whether a page, counted from 1, has no ink, no text and no annotation. */
  isEmpty(number: number): boolean {
    const isBare = this.withPage(
      number,
      (page) => this.pdfium._FPDFPage_GetAnnotCount(page) === 0 && !this.hasInk(page),
    );
    if (!isBare) return false;
    for (const _ of this.letters(number)) return false;
    return true;
  }

  /** Turns a page, counted from 1, clockwise by so many degrees. */
  turn(number: number, degrees: number): void {
    this.withPage(number, (page) => {
      const quarters = this.pdfium._FPDFPage_GetRotation(page) + degrees / 90;
      this.pdfium._FPDFPage_SetRotation(page, quarters % 4);
    });
  }

  /** Gives the fields of a page, counted from 1, the look that a reader would make for them. */
  drawFields(number: number): void {
    this.withPage(number, (page) => {
      this.pdfium._FORM_OnAfterLoadPage(page, this.form);
      this.hasInk(page);
    });
  }

  /** Leaves out a page, counted from 1. */
  leaveOut(number: number): void {
    this.pdfium._FPDFPage_Delete(this.document, number - 1);
  }

  /** The document as a file without encryption. */
  save(): Uint8Array {
    const { pdfium } = this;
    const file = new GrowingFile(this.source.size);
    const take = (_: number, from: number, size: number) => {
      file.add(pdfium.HEAPU8.subarray(from, from + size));
      return 1;
    };
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wrapper), { e: { f: take } });
    // The table of functions cannot grow. Its entry 0 is that of the null pointer, and free.
    const free = 0;
    pdfium.wasmExports.__indirect_function_table.set(free, exports.f);
    const writer = pdfium.wasmExports.malloc(8);
    const version = 1;
    new Int32Array(pdfium.HEAPU8.buffer, writer, 2).set([version, free]);
    const isSaved = pdfium._FPDF_SaveAsCopy(this.document, writer, withoutSecurity);
    if (!isSaved) throw new Error('PDFium cannot save the file');
    return file.bytes;
  }

  private open(number: number): number {
    const page = this.pdfium._FPDF_LoadPage(this.document, number - 1);
    if (!page) throw new Error('PDFium cannot open a page');
    return page;
  }

  private withPage<T>(number: number, use: (page: number) => T): T {
    const page = this.open(number);
    try {
      return use(page);
    } finally {
      this.pdfium._FPDF_ClosePage(page);
    }
  }

  /** Each letter of a page, counted from 1, and the degrees by which it stands turned from upright, clockwise. */
  *letters(number: number): Generator<{ letter: string; turn: number }> {
    const { pdfium } = this;
    const page = this.open(number);
    const text = pdfium._FPDFText_LoadPage(page);
    try {
      const rotation = 90 * pdfium._FPDFPage_GetRotation(page);
      const count = Math.min(pdfium._FPDFText_CountChars(text), mostLetters);
      for (let n = 0; n < count; n += 1) {
        const letter = String.fromCodePoint(pdfium._FPDFText_GetUnicode(text, n)).trim();
        const quarters = Math.round(pdfium._FPDFText_GetCharAngle(text, n) / (Math.PI / 2));
        if (letter) yield { letter, turn: (((rotation + 90 * quarters) % 360) + 360) % 360 };
      }
    } finally {
      pdfium._FPDFText_ClosePage(text);
      pdfium._FPDF_ClosePage(page);
    }
  }

  private hasInk(page: number): boolean {
    const { pdfium } = this;
    const [width, height] = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)];
    const scale = longestSide / Math.max(width, height, 1);
    const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
    const bitmap = pdfium._FPDFBitmap_Create(w, h, 0);
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, w, h, white);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, w, h, 0, withAnnotations);
    const from = pdfium._FPDFBitmap_GetBuffer(bitmap);
    const pixels = pdfium.HEAPU8.subarray(from, from + h * pdfium._FPDFBitmap_GetStride(bitmap));
    // Of the four bytes of a pixel the last is no colour.
    const found = pixels.some((byte, n) => n % 4 !== 3 && byte !== 255);
    pdfium._FPDFBitmap_Destroy(bitmap);
    return found;
  }
}

/** A file that is written part by part, in little more memory than it takes. */
class GrowingFile {
  private buffer: Buffer;
  private length = 0;

  /** @param expected how long it will be about, in bytes */
  constructor(expected: number) {
    this.buffer = Buffer.allocUnsafe(expected + 1024 * 1024);
  }

  add(part: Uint8Array): void {
    const length = this.length + part.length;
    if (length > this.buffer.length) this.buffer = Buffer.concat([this.buffer], Math.ceil(length * 1.5));
    this.buffer.set(part, this.length);
    this.length = length;
  }

  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }
}

/** The form of a document, with which its fields are drawn. */
function formOf(pdfium: PDFium, document: number): number {
  const size = 256;
  const info = pdfium.wasmExports.malloc(size);
  pdfium.HEAPU8.fill(0, info, info + size);
  const version = 2;
  new Int32Array(pdfium.HEAPU8.buffer, info, 1).set([version]);
  return pdfium._FPDFDOC_InitFormFillEnvironment(document, info);
}
