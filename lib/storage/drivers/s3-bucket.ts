import { GetObjectLockConfigurationCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { env } from '@/lib/env';
import { s3Client, statusOf } from '@/lib/storage/drivers/s3-client';

async function canLock(client = s3Client()): Promise<boolean> {
  try {
    const asked = new GetObjectLockConfigurationCommand({ Bucket: env.S3_BUCKET });
    const { ObjectLockConfiguration } = await client.send(asked);
    return ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled';
  } catch (error) {
    if ((statusOf(error) ?? 500) < 500) return false;
    throw error;
  }
}

/** What is wrong with the bucket, by the variable to blame; undefined if nothing is. @throws if S3 does not answer */
export async function bucketFault(client = s3Client()): Promise<string | undefined> {
  try {
    await client.send(new ListObjectsV2Command({ Bucket: env.S3_BUCKET, MaxKeys: 1 }));
  } catch (error) {
    const status = statusOf(error);
    if (status === 404) return `S3_BUCKET: there is no bucket ${env.S3_BUCKET}`;
    if (status === 403) return `S3_BUCKET: the bucket ${env.S3_BUCKET} is closed to this key`;
    throw error;
  }
  if (env.S3_LOCK_YEARS && !(await canLock(client)))
    return `S3_LOCK_YEARS: the bucket ${env.S3_BUCKET} has no object lock`;
}
