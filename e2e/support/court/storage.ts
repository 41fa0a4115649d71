import { fork } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../../lib/testing/db/postgres';

/** Stands where UploadThing would, over HTTP, and fails on purpose. */
export type FakeStorage = {
  /** What makes a server of ours use it. */
  env: Record<string, string>;
  /** From now on requests of this method are answered 500; null: none. */
  fail: (method: 'GET' | 'PUT' | null) => void;
  /** How many requests of the method failed. */
  failed: (method: 'GET' | 'PUT') => number;
  close: () => void;
};

/** Starts on loopback, with its files where the embedded service has them. */
export async function startStorage(dataDir: string): Promise<FakeStorage> {
  const port = await freePort();
  const host = `localhost:${port}`;
  const child = fork('e2e/support/court/storage-process.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), PUBLIC_ORIGIN: `http://${host}` },
  });
  const [token] = await once(child, 'message');
  const failures: unknown[] = [];
  child.on('message', (method) => failures.push(method));
  return {
    env: {
      UPLOADTHING_TOKEN: token,
      UPLOADTHING_API_URL: `http://${host}`,
      UPLOADTHING_INGEST_URL: `http://${host}`,
      UPLOADTHING_UFS_HOST: host,
      UPLOADTHING_UFS_APP_ID_LOCATION: 'path',
    },
    fail: (method) => child.send(method ?? ''),
    failed: (method) => failures.filter((failed) => failed === method).length,
    close: () => child.kill(),
  };
}
