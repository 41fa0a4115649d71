import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { relyingParty } from '@/lib/data/sign-in/passkeys';

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');

type Ways = { origin?: string; isVerified?: boolean };

/** A device that makes one passkey, in software, by W3C WebAuthn, level 3. */
export class Device {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly id = randomBytes(16);
  /** What its next answer counts. */
  counter = 0;

  /** The authenticator data (6.1): whose, user present and verified, how often used, and at creation the key. */
  private authenticatorData({ isVerified = true }: Ways, attested?: Buffer): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (attested ? 0x40 : 0);
    const head = Buffer.concat([sha256(relyingParty.id), Buffer.from([flags]), counter]);
    return attested ? Buffer.concat([head, attested]) : head;
  }

  /** The public key as COSE (RFC 9053): ES256 on P-256. */
  private publicKey(): Uint8Array {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const point = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point(x)],
      [-3, point(y)],
    ]);
    return isoCBOR.encode(key as never);
  }

  private clientData(type: string, challenge: string, { origin = relyingParty.origin }: Ways): string {
    return JSON.stringify({ type, challenge, origin, crossOrigin: false });
  }

  create(challenge: string, ways: Ways = {}): RegistrationResponseJSON {
    const length = Buffer.from([0, this.id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, this.publicKey()]);
    const authData = new Uint8Array(this.authenticatorData(ways, attested));
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    const response = {
      clientDataJSON: base64url(this.clientData('webauthn.create', challenge, ways)),
      attestationObject: base64url(isoCBOR.encode(attestation as never)),
      transports: ['internal' as const],
    };
    return this.answer(response);
  }

  get(challenge: string, ways: Ways = {}): AuthenticationResponseJSON {
    this.counter += 1;
    const clientData = this.clientData('webauthn.get', challenge, ways);
    const data = this.authenticatorData(ways);
    const signed = Buffer.concat([data, sha256(clientData)]);
    const response = {
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(data),
      signature: base64url(sign('sha256', signed, this.keys.privateKey)),
    };
    return this.answer(response);
  }

  private answer<Response>(response: Response) {
    const id = base64url(this.id);
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response };
  }
}
