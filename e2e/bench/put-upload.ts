import type postgres from 'postgres';
import type { Visitor } from '../support/people/visitor';

const boundary = 'court-bench-4f1c2a';

/** A form with one file as its body, in pieces; `sentAll` is called when the last was taken. */
function formWith(bytes: Uint8Array, sentAll: () => void): ReadableStream<Uint8Array> {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="claim.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  const whole = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= whole.length) {
        sentAll();
        return controller.close();
      }
      controller.enqueue(whole.subarray(at, at + 65_536));
      at += 65_536;
    },
  });
}

/** Asks for the address of an upload, as the SDK in a browser does. */
export async function addressOf(
  origin: string,
  visitor: Visitor,
  draft: string,
  size: number,
): Promise<string> {
  const answer = await fetch(`${origin}/api/uploadthing?actionType=upload&slug=claimDocument`, {
    method: 'POST',
    headers: {
      ...{ cookie: visitor.cookie, origin, 'content-type': 'application/json' },
      ...{ 'x-uploadthing-package': 'uploadthing/client', 'x-uploadthing-version': '7.7.4' },
    },
    body: JSON.stringify({
      input: { draft, kind: 'claim' },
      files: [{ name: 'claim.pdf', size, type: 'application/pdf', lastModified: 0 }],
    }),
  });
  const [found] = (await answer.json()) as { url: string }[];
  if (!found) throw new Error(`no address for an upload: ${answer.status}`);
  return found.url;
}

/** Sends a file to its address. @returns milliseconds in all, and from its last byte to the answer, when it was examined */
export async function put(url: string, bytes: Uint8Array): Promise<{ ms: number; after: number }> {
  const began = performance.now();
  let sent = began;
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { range: 'bytes=0-', 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: formWith(bytes, () => {
      sent = performance.now();
    }),
    duplex: 'half',
  } as RequestInit);
  if (!answer.ok) throw new Error(`an upload was answered ${answer.status}`);
  await answer.arrayBuffer();
  const ended = performance.now();
  return { ms: ended - began, after: ended - sent };
}

/** @throws where a draft's claim has not been examined and read */
export async function mustBeRead(sql: postgres.Sql, draft: string): Promise<void> {
  const [row] = await sql`select d.state, d.reading from documents d join drafts on drafts.id = d.draft_id
    where drafts.reference = ${draft} and d.kind = 'claim' order by d.created_at desc limit 1`;
  if (row?.state !== 'ready' || !row.reading) throw new Error(`a claim is ${row?.state} and was not read`);
}
