import { S3Client } from '@aws-sdk/client-s3';
import { env } from '@/lib/env';

/** A service that does not answer for so long is asked again, in ms: four times in all, well within a lease. */
const patience = { connectionTimeout: 5_000, requestTimeout: 10_000 };

/**
 * A client for the service that S3_ENDPOINT and its companions name. Checksums of newer kinds are left out, because many
 * services other than Amazon's refuse them.
 * @param quiet ms without an answer before a request is tried again, four times in all
 */
export function s3Client(quiet = patience.requestTimeout): S3Client {
  const {
    S3_ENDPOINT,
    S3_REGION,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = env;
  return new S3Client({
    ...(S3_REGION && { region: S3_REGION }),
    ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    maxAttempts: 4,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { ...patience, requestTimeout: quiet, socketTimeout: quiet, throwOnRequestTimeout: true },
  });
}

/** The status of S3's answer to a request that failed; undefined where it gave none. */
export function statusOf(error: unknown): number | undefined {
  const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}
