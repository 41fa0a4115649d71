/**
 * A signature dictionary in the form that the court's sealer writes, and the parts of the file that it refers
 * to.
 */
export type SignatureDictionary = {
  /** The signed bytes of the file, all of a revision except the hole: views, not copies. */
  signed: [before: Uint8Array, after: Uint8Array];
  /** The content of the hole: the signature, then padding. */
  contents: Uint8Array;
  /** Whether the file ends where the signed bytes end. */
  wholeFile: boolean;
  /** The entry /M, absent in an encrypted file, which does not hold it in plain. */
  signedAt?: Date;
};

const opening = ' obj\n<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ';
const byteRange = /^.*?\/ByteRange ?\[0 (\d{1,10}) (\d{1,10}) (\d{1,10}) *\] *\/Contents ?</s;
/** More than the distance from the dictionary's opening to the hole. */
const reach = 4096;
/** 64 KiB of signature, twice as long in hex, between < and >. */
const longestHole = 2 * 65_536 + 2;
/**
 * A filer can make the court's revision repeat a few objects that look like a signature dictionary: the
 * catalog, a page, the form.
 */
const mostDictionaries = 20;

/**
 * The signature dictionaries after a place in a file, in order; ISO 32000-2, 12.8.1. The PDF is not parsed:
 * an object is recognised by the opening that the sealer writes. /ByteRange and /Contents must follow each
 * other in plain, and the hole must be exactly the hexadecimal string; any other dictionary is 'malformed'.
 */
export function findSignatureDictionaries(
  bytes: Uint8Array,
  from: number,
): (SignatureDictionary | 'malformed')[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: (SignatureDictionary | 'malformed')[] = [];
  for (let at = from; found.length < mostDictionaries; at += opening.length) {
    at = file.indexOf(opening, at, 'latin1');
    if (at === -1) break;
    found.push(readSignatureDictionary(file, at) ?? 'malformed');
  }
  return found;
}

function readSignatureDictionary(file: Buffer, at: number): SignatureDictionary | undefined {
  const found = byteRange.exec(file.toString('latin1', at, at + reach));
  if (!found) return undefined;
  const [before = 0, after = 0, length = 0] = found.slice(1).map(Number);
  const holeStart = at + found[0].length - 1;
  if (before !== holeStart || after + length > file.length) return undefined;
  const contents = readHole(file.subarray(before, after));
  if (!contents) return undefined;
  const signedAt = readDate(found[0]);
  return {
    signed: [file.subarray(0, before), file.subarray(after, after + length)],
    contents,
    wholeFile: after + length === file.length,
    ...(signedAt && { signedAt }),
  };
}

/** The register knows the file by its hash: digits that the sealer does not write are another file. */
function readHole(hole: Buffer): Uint8Array | undefined {
  if (hole.length > longestHole || hole.length % 2 !== 0) return undefined;
  const digits = /^<([0-9a-f]*)>$/.exec(hole.toString('latin1'))?.[1];
  return digits === undefined ? undefined : Buffer.from(digits, 'hex');
}

/** The entry /M, a string in either form, as an instant in UTC; ISO 32000-2, 7.3.4 and 7.9.4. */
function readDate(dictionary: string): Date | undefined {
  const [, literal, hex = ''] = /\/M ?(?:\(([^()\\]{0,40})\)|<([0-9A-Fa-f]{0,80})>)/.exec(dictionary) ?? [];
  const text = literal ?? Buffer.from(hex, 'hex').toString('latin1');
  const instant = text.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return instant === text || Number.isNaN(Date.parse(instant)) ? undefined : new Date(instant);
}
