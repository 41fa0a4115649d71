import { createHash, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  id_eContentType_TSTInfo,
  id_sha256,
  MessageImprint,
  PKIStatus,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { env } from '@/lib/env';

type Timestamp = (signature: Uint8Array) => Promise<Uint8Array>;
type Asked = { digest: Uint8Array; nonce: asn1js.Integer };

const longestMilliseconds = 5000;
/** More than ten times the size of a token with its authority's certificates. */
const mostBytes = 100_000;

/** A function that gets time-stamps, or undefined if no time-stamping authority is configured. */
export function timestampAuthority(): Timestamp | undefined {
  const url = env.TSA_URL;
  return url ? (signature) => requestTimestamp(url, signature) : undefined;
}

/**
 * The time-stamp of a signature's value: DER of a TimeStampToken with its authority's certificate; RFC 3161.
 * The document's reader verifies the time-stamp's own signature.
 * @throws if the authority does not answer within five seconds, refuses, or answers another question
 */
export async function requestTimestamp(url: string, signature: Uint8Array): Promise<Uint8Array> {
  const asked = {
    digest: createHash('sha256').update(signature).digest(),
    // Positive, and of a length that DER encodes unchanged.
    nonce: new asn1js.Integer({ valueHex: Uint8Array.of(0x40, ...randomBytes(15)).buffer }),
  };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: query(asked),
    redirect: 'error',
    signal: AbortSignal.timeout(longestMilliseconds),
  });
  if (!response.ok) throw new Error(`The time-stamping authority answers with status ${response.status}.`);
  return readToken(await readBounded(response), asked);
}

function query({ digest, nonce }: Asked): ArrayBuffer {
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: id_sha256 });
  const hashedMessage = new asn1js.OctetString({ valueHex: Uint8Array.from(digest).buffer });
  const messageImprint = new MessageImprint({ hashAlgorithm, hashedMessage });
  return new TimeStampReq({ version: 1, messageImprint, nonce, certReq: true }).toSchema().toBER();
}

async function readBounded(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) throw new Error('The time-stamping authority sends too much.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readToken(answer: Uint8Array, asked: Asked): Uint8Array {
  const { result } = asn1js.fromBER(answer);
  const { status, timeStampToken } = new TimeStampResp({ schema: result });
  const isGranted = status.status === PKIStatus.granted || status.status === PKIStatus.grantedWithMods;
  if (!isGranted || !timeStampToken) {
    const reasons = status.statusStrings?.map((text) => text.getValue()).join(' ') ?? '';
    throw new Error(`The time-stamping authority refuses, status ${status.status}. ${reasons}`);
  }
  const { encapContentInfo } = new SignedData({ schema: timeStampToken.content });
  const content = encapContentInfo.eContent?.getValue();
  if (encapContentInfo.eContentType !== id_eContentType_TSTInfo || !content) throw new Error('No TSTInfo.');
  const { messageImprint, nonce } = TSTInfo.fromBER(content);
  const answersUs =
    messageImprint.hashAlgorithm.algorithmId === id_sha256 &&
    Buffer.from(messageImprint.hashedMessage.getValue()).equals(asked.digest) &&
    nonce?.isEqual(asked.nonce);
  if (!answersUs) throw new Error('The time-stamping authority answers another question.');
  return tokenAsSent(result);
}

/**
 * The second member of the response, byte by byte. If it were encoded again, it might not fit its signature.
 */
function tokenAsSent(response: asn1js.AsnType): Uint8Array {
  const token = response instanceof asn1js.Sequence ? response.valueBlock.value[1] : undefined;
  if (!token) throw new Error('No time-stamp token.');
  return Uint8Array.from(token.valueBeforeDecodeView);
}
