import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

/** The e-mails that a server sent to an address, oldest first, read back by a mail library. */
export async function mailsTo(dataDir: string, address: string): Promise<ParsedMail[]> {
  const folder = path.join(dataDir, 'mail');
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(files.map((name) => simpleParser(readFileSync(path.join(folder, name)))));
  const recipients = (mail: ParsedMail) => [mail.to ?? []].flat().flatMap(({ value }) => value);
  return mails
    .filter((mail) => recipients(mail).some((recipient) => recipient.address === address))
    .sort((a, b) => Number(a.date) - Number(b.date));
}

/** The address of the newest link to a route of ours in the e-mails to an address. */
export async function linkTo(
  dataDir: string,
  address: string,
  route: 'confirm-email' | 'recover',
): Promise<string> {
  const pattern = new RegExp(`https?://\\S+/api/${route}/\\S+`);
  for (let waited = 0; waited < 10_000; waited += 250) {
    const texts = (await mailsTo(dataDir, address).catch(() => [])).map(({ text = '' }) => text);
    const link = texts.map((text) => pattern.exec(text)?.[0]).findLast(Boolean);
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no link to ${route} was sent to ${address}`);
}

/** Waits until an e-mail with these words in its subject has come. @throws after thirty seconds */
export async function waitForMail(
  dataDir: string,
  address: string,
  subject: string | RegExp,
): Promise<ParsedMail> {
  for (let waited = 0; waited < 30_000; waited += 250) {
    const found = (await mailsTo(dataDir, address).catch(() => [])).find(({ subject: is = '' }) =>
      typeof subject === 'string' ? is.includes(subject) : subject.test(is),
    );
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no e-mail to ${address} about ${subject}`);
}
