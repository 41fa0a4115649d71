const stream = Buffer.from('stream');
const object = Buffer.from('obj');

/** Longer than any dictionary of an image but those with a large palette in them. */
const longest = 8192;

/**
 * A copy of a file in which each image is a mask of one pixel with the data as they are: a reader that decodes the
 * images it meets, a scan of 100 megapixels too, then has nothing to decode and still sees where they stand.
 * Every byte keeps its position. Of an image in unusual syntax the dictionary stays as it is.
 */
export function withPlainImages(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  const file = Buffer.from(copy.buffer);
  for (let at = file.indexOf(stream); at !== -1; at = file.indexOf(stream, at + stream.length)) {
    const near = file.subarray(Math.max(0, at - longest), at);
    const start = near.lastIndexOf(object);
    if (start === -1) continue;
    const dictionary = near.subarray(start + object.length);
    const plain = plainDictionary(dictionary.toString('latin1'));
    if (plain && plain.length <= dictionary.length)
      dictionary.write(plain.padEnd(dictionary.length), 'latin1');
  }
  return copy;
}

// Image masks have one bit per pixel and need no colour space; ISO 32000-2, 8.9.6.2.
function plainDictionary(dictionary: string): string | undefined {
  if (!/\/Subtype\s*\/Image(?![\w#])/.test(dictionary) || !dictionary.trimEnd().endsWith('>>'))
    return undefined;
  const [length = ''] = /\/Length\s+\d+(\s+\d+\s+R)?/.exec(dictionary) ?? [];
  return ` <</Subtype/Image/Width 1/Height 1/ImageMask true${length}>>`;
}
