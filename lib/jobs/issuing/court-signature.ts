import { signDigest } from '@/lib/pdf/signature/cms';
import type { Signer } from '@/lib/pdf/signature/sign';
import { courtKey } from '@/lib/services/signing/signing-key';
import { timestampAuthority } from '@/lib/services/signing/timestamp';

/**
 * Bytes of a signature without its certificates: structures, digests, attributes. RSA with 4,096 bits takes
 * the most.
 */
const ownBytes = 1500;
/** Bytes of a time-stamp with its authority's certificates. Those of public authorities take 4 to 7 KB. */
const timestampBytes = 12_000;

/** Signs documents with the court's key, and with a time-stamp if a time-stamping authority is configured. */
export async function courtSigner(): Promise<Signer> {
  const key = await courtKey();
  const certificates = [key.certificate, ...key.chain].reduce((sum, { length }) => sum + length, 0);
  const timestamp = timestampAuthority();
  return {
    room: ownBytes + certificates + (timestamp ? timestampBytes : 0),
    sign: (digest) => signDigest(key, digest, timestamp),
  };
}
