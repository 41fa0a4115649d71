import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { until } from '../until';

/** Each message is read once: a file of a message never changes. */
const read = new Map<string, Promise<ParsedMail>>();

function readMail(file: string): Promise<ParsedMail> {
  const mail = read.get(file) ?? simpleParser(readFileSync(file));
  read.set(file, mail);
  return mail;
}

/** The e-mails that a server sent to an address, oldest first, read back by a mail library. */
export async function mailsTo(dataDir: string, address: string): Promise<ParsedMail[]> {
  const folder = path.join(dataDir, 'mail');
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(files.map((name) => readMail(path.join(folder, name))));
  const recipients = (mail: ParsedMail) => [mail.to ?? []].flat().flatMap(({ value }) => value);
  return mails
    .filter((mail) => recipients(mail).some((recipient) => recipient.address === address))
    .sort((a, b) => Number(a.date) - Number(b.date));
}

/** The address of the newest link to a route of ours in the e-mails to an address, once there is one. */
export function linkTo(
  dataDir: string,
  address: string,
  route: 'confirm-email' | 'recover' | 'undo-email',
): Promise<string> {
  const pattern = new RegExp(`https?://\\S+/api/${route}/\\S+`);
  return until(`a link to ${route} is sent to ${address}`, async () => {
    const texts = (await mailsTo(dataDir, address).catch(() => [])).map(({ text = '' }) => text);
    return texts.map((text) => pattern.exec(text)?.[0]).findLast(Boolean);
  });
}

/** Waits until an e-mail with these words in its subject has come. */
export function waitForMail(dataDir: string, address: string, subject: string | RegExp): Promise<ParsedMail> {
  return until(`an e-mail to ${address} about ${subject}`, async () =>
    (await mailsTo(dataDir, address).catch(() => [])).find(({ subject: is = '' }) =>
      typeof subject === 'string' ? is.includes(subject) : subject.test(is),
    ),
  );
}
