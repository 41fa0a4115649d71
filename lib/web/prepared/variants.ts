import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A page's bytes in one encoding, with the tag that is theirs alone (RFC 9110, 8.8.3). */
export type Variant = { bytes: Buffer; etag: string; encoding: 'br' | 'gzip' | undefined };

/** Best first, where nothing is said against it. */
const encoders = {
  br: (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes: Buffer) => gzipSync(bytes, { level: 9 }),
} as const;

type Encoding = keyof typeof encoders;

/** The encoding for a request by what it accepts (RFC 9110, 12.5.3); undefined: none. */
export function encodingFor(accepts: string | string[] | undefined): Encoding | undefined {
  const named = new Map(
    String(accepts ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
        return [name, !parameters.some((one) => /^q=0(\.0*)?$/.test(one))];
      }),
  );
  return (Object.keys(encoders) as Encoding[]).find((name) => named.get(name));
}

/** The variants of a page, each made when it is first asked for. */
export class Variants {
  readonly #made = new Map<Encoding | undefined, Variant>();
  readonly #plain: Buffer;
  readonly #hash: string;

  constructor(html: string) {
    this.#plain = Buffer.from(html);
    this.#hash = createHash('sha256').update(this.#plain).digest('base64url').slice(0, 27);
  }

  in(encoding: Encoding | undefined): Variant {
    const known = this.#made.get(encoding);
    if (known) return known;
    const bytes = encoding ? encoders[encoding](this.#plain) : this.#plain;
    const made = { bytes, encoding, etag: `"${this.#hash}${encoding ? `-${encoding}` : ''}"` };
    this.#made.set(encoding, made);
    return made;
  }
}

/** Whether who asks has this variant already (RFC 9110, 13.1.2): tags are compared weakly, for a server in front may weaken them. */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}
