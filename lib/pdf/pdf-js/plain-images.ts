const stream = Buffer.from('stream');
const object = Buffer.from('obj');

/** Longer than any image dictionary, except those that hold a large palette. */
const longest = 8192;

/**
 * A copy of a file in which each image is a one-pixel mask over unchanged data. A reader that decodes every
 * image, even a scan of 100 megapixels, then has nothing to decode and still sees where the images are. Every
 * byte keeps its position. An image dictionary in unusual syntax stays as it is.
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
