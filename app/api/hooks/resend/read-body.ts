/**
 * The body as text, or null if it is longer than `mostBytes`. It stops reading once the body is known to be
 * too long.
 */
export async function readBody(request: Request, mostBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
