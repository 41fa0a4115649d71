import { X509Certificate } from 'node:crypto';
import { courtKey } from '@/lib/services/signing/signing-key';

/** Prints in PEM the certificates of the authority that make the court's seals trusted. */
export async function run(): Promise<void> {
  const { authority } = await courtKey();
  for (const der of authority) process.stdout.write(new X509Certificate(der).toString());
}
