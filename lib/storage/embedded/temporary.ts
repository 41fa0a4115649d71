import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { filesFolder } from '@/lib/storage/drivers/here';

/** The path, on this machine, for bytes that are arriving and go elsewhere before the request is answered. Makes the folder. */
export async function temporary(name: string): Promise<string> {
  const folder = path.join(filesFolder(), 'incoming');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return path.join(folder, `${name}.part`);
}
