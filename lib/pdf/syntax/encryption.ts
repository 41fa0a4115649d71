import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { fileKey, type Handler, rc4 } from '@/lib/pdf/syntax/file-key';
import { type Dict, isDict, Name, type Ref, Str, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

type Method = 'none' | 'rc4' | 'aes-128' | 'aes-256';

/** Reads and writes the strings and streams of an encrypted file; ISO 32000-2, 7.6. */
export type Encryption = {
  readString(owner: Ref, bytes: Uint8Array): Uint8Array;
  readStream(owner: Ref, bytes: Uint8Array): Uint8Array;
  writeString(owner: Ref, bytes: Uint8Array): Uint8Array;
  writeStream(owner: Ref, bytes: Uint8Array): Uint8Array;
};

/**
 * The encryption of a file that opens without a password: the standard security handler with RC4 or AES.
 * @param resolved the /Encrypt dictionary with its references followed
 * @param id the first half of the trailer's /ID, empty if there is none
 * @throws PdfRefused 'password' if one is needed, 'foreign-encryption' for another handler, 'corrupt'
 */
export function readEncryption(resolved: Dict, id: Uint8Array): Encryption {
  const filter = resolved.get('Filter');
  if (!(filter instanceof Name && filter.value === 'Standard')) throw new PdfRefused('foreign-encryption');
  const version = numberOf(resolved, 'V', 0);
  const revision = numberOf(resolved, 'R', 0);
  if (![1, 2, 4, 5].includes(version) || revision < 2 || revision > 6)
    throw new PdfRefused('foreign-encryption');
  const handler: Handler = {
    version,
    revision,
    keyLength: version === 1 ? 5 : version === 4 ? 16 : numberOf(resolved, 'Length', 40) / 8,
    owner: bytesOf(resolved, 'O'),
    user: bytesOf(resolved, 'U'),
    userKey: version === 5 ? bytesOf(resolved, 'UE') : new Uint8Array(),
    permissions: numberOf(resolved, 'P', 0) | 0,
    encryptsMetadata: resolved.get('EncryptMetadata') !== false,
    id,
  };
  if (!(handler.keyLength >= 5 && handler.keyLength <= 32)) throw new PdfRefused('foreign-encryption');
  const methods = {
    strings: methodOf(resolved, version, 'StrF'),
    streams: methodOf(resolved, version, 'StmF'),
  };
  // If only the attachments are encrypted, the rest is read without their password.
  const isOpen = methods.strings === 'none' && methods.streams === 'none';
  const key = isOpen ? new Uint8Array() : fileKey(handler);
  const strings = cipher(key, methods.strings);
  const streams = cipher(key, methods.streams);
  return {
    readString: strings.read,
    readStream: streams.read,
    writeString: strings.write,
    writeStream: streams.write,
  };
}

function numberOf(dict: Dict, key: string, otherwise: number): number {
  const value = dict.get(key);
  return typeof value === 'number' ? value : otherwise;
}

function bytesOf(dict: Dict, key: string): Uint8Array {
  const value = dict.get(key);
  if (!(value instanceof Str)) throw new PdfRefused('corrupt');
  return value.bytes;
}

const nameOf = (value: Value | undefined) => (value instanceof Name ? value.value : undefined);

/** The crypt filter for strings or for streams; ISO 32000-2, 7.6.6. */
function methodOf(resolved: Dict, version: number, kind: 'StmF' | 'StrF'): Method {
  if (version < 4) return 'rc4';
  const chosen = nameOf(resolved.get(kind)) ?? 'Identity';
  if (chosen === 'Identity') return 'none';
  const filters = resolved.get('CF');
  const filter = isDict(filters) ? filters.get(chosen) : undefined;
  const method = isDict(filter) ? nameOf(filter.get('CFM')) : undefined;
  if (method === 'None') return 'none';
  if (method === 'V2') return 'rc4';
  if (method === 'AESV2') return 'aes-128';
  if (method === 'AESV3') return 'aes-256';
  throw new PdfRefused('foreign-encryption');
}

type Cipher = Record<'read' | 'write', (owner: Ref, bytes: Uint8Array) => Uint8Array>;

function cipher(key: Uint8Array, method: Method): Cipher {
  if (method === 'none') return { read: (_, bytes) => bytes, write: (_, bytes) => bytes };
  if (method === 'rc4') {
    const both = (owner: Ref, bytes: Uint8Array) => rc4(objectKey(key, owner, false), bytes);
    return { read: both, write: both };
  }
  const keyOf = (owner: Ref) => (method === 'aes-256' ? key : objectKey(key, owner, true));
  return {
    read: (owner, bytes) => readAes(keyOf(owner), bytes),
    write: (owner, bytes) => writeAes(keyOf(owner), bytes, owner),
  };
}

/** ISO 32000-2, 7.6.3.2 (algorithm 1). */
function objectKey(key: Uint8Array, { number, generation }: Ref, aes: boolean): Uint8Array {
  const salt = [number, number >> 8, number >> 16, generation, generation >> 8];
  const hash = createHash('md5').update(key).update(Uint8Array.from(salt));
  if (aes) hash.update('sAlT');
  return hash.digest().subarray(0, Math.min(16, key.length + 5));
}

const aesName = (key: Uint8Array) => `aes-${key.length * 8}-cbc`;

/** Tolerates wrong padding, as readers do. */
function readAes(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (bytes.length < 32) return new Uint8Array();
  const decipher = createDecipheriv(aesName(key), key, bytes.subarray(0, 16)).setAutoPadding(false);
  const whole = bytes.subarray(16, bytes.length - (bytes.length % 16));
  const plain = Buffer.concat([decipher.update(whole), decipher.final()]);
  const padding = plain.at(-1) ?? 0;
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
}

/** Derives the initialisation vector from the content, so that the same seal gives the same bytes. */
function writeAes(key: Uint8Array, bytes: Uint8Array, owner: Ref): Uint8Array {
  const vector = createHash('sha256')
    .update(key)
    .update(`${owner.number}`)
    .update(bytes)
    .digest()
    .subarray(0, 16);
  const encipher = createCipheriv(aesName(key), key, vector);
  return Buffer.concat([vector, encipher.update(bytes), encipher.final()]);
}
