import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { namesAnywhere } from '@/lib/testing/claim/names';

const dataDir = mkdtempSync(path.join(tmpdir(), 'court-mail-'));
vi.stubEnv('DATA_DIR', dataDir);
vi.stubEnv('RESEND_API_KEY', '');
vi.stubEnv('LOG_LEVEL', 'silent');
const { readSentMail, sendMail } = await import('@/lib/services/mail/mail');
const { FileResend } = await import('@/lib/services/mail/file-resend');
const { sendThrough } = await import('@/lib/services/mail/send');

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

const message = {
  key: 'outbox/1',
  from: 'Civil Claims Online <court@example.org>',
  to: 'zoe@example.org',
  subject: 'Votre acte introductif d’instance est délivré\u00a0: CV-26-00000001-0000',
  html: '<p>Délivré le mardi 24&nbsp;novembre</p>',
  text: 'Délivré le mardi 24\u00a0novembre\n.\nFrom here on',
};

async function idOf(sent: ReturnType<typeof sendMail>): Promise<string> {
  const result = await sent;
  if (!result.ok) throw new Error(result.code);
  return result.id;
}

async function read(id: string) {
  const bytes = await readSentMail(id);
  if (!bytes) throw new Error('not there');
  return simpleParser(Buffer.from(bytes));
}

const now = new Date('2026-11-24T15:00:00Z');

describe('embedded mail', () => {
  it.each(['"a, b@example.com"@example.org', "o'brien@example.org", 'zoé@xn--bcher-kva.example'])(
    'writes to %s and to nobody else',
    async (to) => {
      const bytes = await readSentMail(await idOf(sendMail({ ...message, key: to, to }, now)));
      const [line = ''] = /^To: .*(?:\r\n .*)*/m.exec(String(bytes && Buffer.from(bytes))) ?? [];
      const ascii = 'bücher.example';
      expect(line.replace(/^To: <?|>$/g, '').replace(ascii, 'xn--bcher-kva.example')).toBe(to);
    },
  );

  it('writes what was sent as a message that any mail program reads, attachments byte for byte', async () => {
    const content = new Uint8Array(200_000).map((_, index) => (index * 7) % 256);
    const attachments = [
      { filename: 'Déclaration scellée.pdf', content },
      { filename: 'affidavit.pdf', content: content.subarray(10, 20) },
    ];
    const mail = await read(await idOf(sendMail({ ...message, key: 'full', attachments }, now)));
    expect(mail.subject).toBe(message.subject);
    expect(mail.from?.text).toBe('"Civil Claims Online" <court@example.org>');
    expect(mail.to).toMatchObject({ text: 'zoe@example.org' });
    expect(mail.text?.trim()).toBe(message.text);
    expect(mail.html).toContain(message.html);
    expect(mail.attachments.map((attachment) => attachment.filename)).toEqual([
      'Déclaration scellée.pdf',
      'affidavit.pdf',
    ]);
    expect(mail.attachments[0]?.contentType).toBe('application/pdf');
    expect(mail.attachments[0]?.content.equals(content)).toBe(true);
    expect(mail.attachments[1]?.content.equals(content.subarray(10, 20))).toBe(true);
  });

  it('names people and files in every script', async () => {
    const content = new Uint8Array(3);
    const attachments = namesAnywhere.map((name) => ({ filename: `${name}.pdf`, content }));
    const names = namesAnywhere.join(' v. ');
    const written = { ...message, subject: names, text: names, html: `<p>${names}</p>`, attachments };
    const mail = await read(await idOf(sendMail({ ...written, key: 'names' }, now)));
    expect(mail.subject).toBe(names);
    expect(mail.text?.trim()).toBe(names);
    expect(mail.html).toContain(names);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(
      namesAnywhere.map((name) => `${name}.pdf`),
    );
  });

  it('gives the same key the same id and keeps one file, also at the same time', async () => {
    const sends = [1, 2, 3].map(() => idOf(sendMail({ ...message, key: 'twice' }, now)));
    const ids = new Set(await Promise.all(sends));
    ids.add(await idOf(sendMail({ ...message, key: 'twice' }, now)));
    expect(ids.size).toBe(1);
    const other = await idOf(sendMail({ ...message, key: 'other' }, now));
    const files = readdirSync(path.join(dataDir, 'mail'));
    for (const id of [...ids, other])
      expect(files.filter((file) => file.startsWith(id))).toEqual([`${id}.eml`]);
    expect(ids).not.toContain(other);
  });

  it('cannot be led to add a header by a subject with a line break', async () => {
    const subject = 'Claim\r\nBcc: someone@example.org';
    const mail = await read(await idOf(sendMail({ ...message, key: 'break', subject }, now)));
    expect(mail.headers.has('bcc')).toBe(false);
  });

  it('answers with a fault that may be retried when it cannot write', async () => {
    const file = path.join(dataDir, 'no-folder');
    writeFileSync(file, '');
    const result = await sendThrough(new FileResend(file), { ...message, key: 'unwritten' }, now);
    expect(result).toEqual({ ok: false, code: 'internal_server_error', retryable: true });
  });

  it('reads only messages: null for an unknown id and for a path', async () => {
    expect(await readSentMail('00000000-0000-0000-0000-000000000000')).toBeNull();
    expect(await readSentMail('../auth-secret')).toBeNull();
  });
});
