import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { type EmailApiOptions, Resend, type Response as ResendResponse } from 'resend';
import { log } from '@/lib/log';

/** The SDK's request to its transport. */
type Request = { method?: string; headers?: HeadersInit; body?: string };

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the text has the form of a message's id. */
export function isMailId(id: string): boolean {
  return idPattern.test(id);
}

/** The same key gives the same id, as Resend promises. Without a key, every message gets a new id. */
function idFor(key: string | null): string {
  if (!key) return randomUUID();
  const hex = createHash('sha256').update(key).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

function compose(id: string, email: EmailApiOptions): Promise<Buffer> {
  const mail = new MailComposer({
    messageId: `<${id}@civil-claims-online>`,
    from: email.from,
    // Not as a text, which the composer would take apart at the signs of a quoted local part.
    to: [email.to].flat().map((address) => ({ name: '', address })),
    subject: email.subject,
    html: email.html,
    text: email.text,
    attachments: email.attachments?.map(({ filename, content }) => ({
      filename,
      content,
      encoding: 'base64',
    })),
  });
  return mail.compile().build();
}

/** Resend's SDK with the network replaced: POST /emails writes the message to `<folder>/<id>.eml`. */
export class FileResend extends Resend {
  constructor(private readonly folder: string) {
    super('embedded');
  }

  override async fetchRequest<T>(address: string, request: Request = {}): Promise<ResendResponse<T>> {
    if (address !== '/emails' || request.method !== 'POST') {
      return fault('not_found', 404, 'Only sending is embedded.');
    }
    try {
      const id = idFor(new Headers(request.headers).get('Idempotency-Key'));
      await this.keep(id, JSON.parse(request.body ?? ''));
      return { data: { id } as T, error: null, headers: {} };
    } catch (error) {
      log.error({ err: error }, 'mail not written');
      return fault('internal_server_error', 500, String(error));
    }
  }

  /** Writes the message completely or not at all. A message that was written before stays. */
  private async keep(id: string, email: EmailApiOptions): Promise<void> {
    const file = path.join(/* turbopackIgnore: true */ this.folder, `${id}.eml`);
    const exists = await access(file).then(
      () => true,
      () => false,
    );
    if (exists) return;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const part = `${file}.${randomUUID()}.part`;
    await writeFile(part, await compose(id, email), { mode: 0o600 });
    await rename(part, file);
  }
}

function fault<T>(
  name: 'not_found' | 'internal_server_error',
  statusCode: number,
  message: string,
): ResendResponse<T> {
  return { data: null, error: { name, statusCode, message }, headers: {} };
}
