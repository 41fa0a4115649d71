import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

/** The standard security handler's dictionary; ISO 32000-2, 7.6.4. */
export type Handler = {
  version: number;
  revision: number;
  /** In bytes. */
  keyLength: number;
  owner: Uint8Array;
  user: Uint8Array;
  userKey: Uint8Array;
  permissions: number;
  encryptsMetadata: boolean;
  id: Uint8Array;
};

const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');

function md5(...parts: Uint8Array[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The key that the empty user password gives. @throws PdfRefused 'password' if the password is not empty */
export function fileKey(handler: Handler): Uint8Array {
  return handler.version === 5 ? keyOf256(handler) : keyOf128(handler);
}

/** ISO 32000-2, 7.6.4.3.2 and 7.6.4.4.4-5 (algorithms 2, 4 and 5). */
function keyOf128(handler: Handler): Uint8Array {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(handler.permissions);
  const openMetadata = handler.revision >= 4 && !handler.encryptsMetadata;
  const extra = openMetadata ? Buffer.from([255, 255, 255, 255]) : Buffer.alloc(0);
  let key = md5(padding, handler.owner.subarray(0, 32), permissions, handler.id, extra);
  const rounds = handler.revision >= 3 ? 50 : 0;
  for (let i = 0; i < rounds; i += 1) key = md5(key.subarray(0, handler.keyLength));
  key = key.subarray(0, Math.min(16, handler.keyLength));
  const [told, computed] =
    handler.revision === 2
      ? [handler.user.subarray(0, 32), rc4(key, padding)]
      : [handler.user.subarray(0, 16), userCheck(key, handler.id)];
  if (!Buffer.from(computed).equals(told)) throw new PdfRefused('password');
  return key;
}

function userCheck(key: Uint8Array, id: Uint8Array): Uint8Array {
  let check = rc4(key, md5(padding, id));
  for (let i = 1; i <= 19; i += 1)
    check = rc4(
      key.map((byte) => byte ^ i),
      check,
    );
  return check;
}

/** ISO 32000-2, 7.6.4.3.3 (algorithm 2.A). */
function keyOf256(handler: Handler): Uint8Array {
  const hash =
    handler.revision >= 6 ? hardened : (salt: Uint8Array) => createHash('sha256').update(salt).digest();
  const { user, userKey } = handler;
  if (user.length < 48 || userKey.length < 32) throw new PdfRefused('corrupt');
  if (!hash(user.subarray(32, 40)).equals(user.subarray(0, 32))) throw new PdfRefused('password');
  const decipher = createDecipheriv('aes-256-cbc', hash(user.subarray(40, 48)), Buffer.alloc(16));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(userKey.subarray(0, 32)), decipher.final()]);
}

/** The hash of the empty password with a salt; ISO 32000-2, 7.6.4.3.4 (algorithm 2.B). */
function hardened(salt: Uint8Array): Buffer {
  let key = createHash('sha256').update(salt).digest();
  for (let round = 0; ; round += 1) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key));
    const encipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    encipher.setAutoPadding(false);
    const mixed = encipher.update(repeated);
    const remainder = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][remainder] ?? 'sha256')
      .update(mixed)
      .digest();
    if (round >= 63 && (mixed.at(-1) ?? 0) <= round - 31) return key.subarray(0, 32);
  }
}

/**
 * RC4, which encrypts old PDFs and which OpenSSL 3 no longer offers. Encryption and decryption are the same.
 */
export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const at = (index: number) => state[index & 255] ?? 0;
  const swap = (a: number, b: number) => {
    const kept = at(a);
    state[a] = at(b);
    state[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return bytes.map((byte) => {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    return byte ^ at(at(i) + at(j));
  });
}
