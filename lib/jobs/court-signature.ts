import { signDigest } from '@/lib/pdf/cms';
import type { Signer } from '@/lib/pdf/sign';
import { courtKey } from '@/lib/services/signing-key';
import { timestampAuthority } from '@/lib/services/timestamp';

/** Structures, digests and attributes of a signature without its certificates; the longest is that of RSA with 4,096 bits. */
const ownBytes = 1500;
/** A token with the authority's certificates; those of public authorities take 4 to 7 KB. */
const timestampBytes = 12_000;

/** Signs documents with the court's key, and with a time-stamp where an authority for these is configured. */
export async function courtSigner(): Promise<Signer> {
  const key = await courtKey();
  const certificates = [key.certificate, ...key.chain].reduce((sum, { length }) => sum + length, 0);
  const timestamp = timestampAuthority();
  return {
    room: ownBytes + certificates + (timestamp ? timestampBytes : 0),
    sign: (digest) => signDigest(key, digest, timestamp),
  };
}
