import { eq } from 'drizzle-orm';
import type { AuditSearch } from '../../../lib/data/audit/audit-reading';
import { outbox } from '../../../lib/data/db/schema/mail';
import type { UserActor } from '../../../lib/domain/access/access';
import type { MailTerms } from '../../../lib/domain/filing/mail-search';

/** `page`: all that a page of staff asks the database for; `search`: what a search does. */
export type Case = { name: string; kind: 'page' | 'search'; run: () => Promise<unknown> };

/** What is asked of the log, from the commonest to what it does not have. */
const asked: [name: string, terms: Omit<AuditSearch, 'page'>][] = [
  ['a filing', { reference: 'R77' }],
  ['a filing that is not there', { reference: 'R-7K3M-9QX2' }],
  ['a person', { oneKeyId: 'bench-77' }],
  ['a person, a group, refused', { oneKeyId: 'bench-77', group: 'claim', outcome: 'refused' }],
  ['a common act', { action: 'submit filing' }],
  ['a rare act', { action: 'set role' }],
  ['an act that nobody did', { action: 'accept secrets' }],
  ['a group', { group: 'view' }],
  ['a rare group', { group: 'administration' }],
  ['a group that has no line', { group: 'recovery' }],
  ['what was refused', { outcome: 'refused' }],
  ['a rare act, refused', { action: 'set role', outcome: 'refused' }],
  ['two days long ago', { from: '2026-02-01', until: '2026-02-02' }],
  ['a rare act in two days long ago', { action: 'set role', from: '2026-02-01', until: '2026-02-02' }],
];

/** What is asked of the outbox, from the commonest to what it does not have. */
const mails: [name: string, terms: Partial<MailTerms>][] = [
  ['an address', { typed: 'b77@example.org' }],
  ['an address that nobody has', { typed: 'nobody@example.org' }],
  ['how some addresses begin', { typed: 'b777' }],
  ['how a hundred addresses begin', { typed: 'b77777' }],
  ['a file number', { typed: 'CV-30-77' }],
  ['a kind', { kind: 'claim-issued' }],
  ['a kind that nobody was sent', { kind: 'account-closed' }],
  ['what came back', { standing: 'bounced' }],
  ['what failed', { standing: 'failed' }],
  ['what arrived, of which there is none', { standing: 'delivered' }],
  ['what was sent', { standing: 'sent' }],
  [
    'a kind that came back in two days long ago',
    {
      ...{ kind: 'claim-issued', standing: 'bounced', writtenFrom: '2026-02-01', writtenUntil: '2026-02-02' },
    },
  ],
];

const page = (name: string, run: Case['run']): Case => ({ name, kind: 'page', run });
const search = (name: string, run: Case['run']): Case => ({ name: `search: ${name}`, kind: 'search', run });

/** Every page of staff whose cost could grow with the court's years, and their searches. */
export async function casesFor(admin: UserActor): Promise<Case[]> {
  const { readAudit } = await import('../../../lib/data/audit/audit-reading');
  const { db } = await import('../../../lib/data/db/db');
  const { getDay } = await import('../../../lib/data/filing/administration');
  const { listWaitingSubstitutes } = await import('../../../lib/data/filing/substitutes');
  const { getDesk } = await import('../../../lib/data/health/desk');
  const { listWork } = await import('../../../lib/data/health/work/queue');
  const { readStatistics } = await import('../../../lib/data/health/statistics');
  const { readPublicMarks } = await import('../../../lib/data/court/public-facts');
  const { getMail } = await import('../../../lib/data/mail/mails');
  const { searchMails } = await import('../../../lib/data/mail/mail-search');
  const { searchFilings } = await import('../../../lib/data/search/filing-search');
  const { searchUsers } = await import('../../../lib/data/account/desk/user-search');
  const [mail] = await db().select({ id: outbox.id }).from(outbox).where(eq(outbox.dedupeKey, 'bench-5'));
  const now = () => new Date();
  return [
    page('Today', async () => {
      await getDay(admin, now(), 1);
      await getDesk(admin, { now: now(), courtNow: now() });
      await listWaitingSubstitutes(admin);
    }),
    page('Work', () =>
      listWork(admin, { of: 'everyone', page: 1, newestFirst: false }, { now: now(), courtNow: now() }),
    ),
    page('Work that nobody has', () =>
      listWork(admin, { of: 'free', page: 1, newestFirst: true }, { now: now(), courtNow: now() }),
    ),
    page('Filings', () => searchFilings(admin, { typed: '', page: 1 })),
    page('E-mail', () => searchMails(admin, { page: 1 })),
    page('E-mail, page 40', () => searchMails(admin, { page: 40 })),
    page('E-mail that needs attention', () => searchMails(admin, { page: 1, standing: 'attention' })),
    page('a message', () => getMail(admin, mail?.id ?? '')),
    page('Users', () => searchUsers(admin, { typed: '', page: 1 })),
    page('Audit log', () => readAudit(admin, { page: 1 }, now())),
    page('Audit log, page 40', () => readAudit(admin, { page: 40 }, now())),
    page('Statistics', () => readStatistics()),
    page('the marks of public pages', () => readPublicMarks(now())),
    search('filings by a name that 1 in 100 has', () => searchFilings(admin, { typed: 'tremblay', page: 1 })),
    search('filings by a name that nobody has', () => searchFilings(admin, { typed: 'xylophone', page: 1 })),
    search('filings of an office, long ago', () =>
      searchFilings(admin, { typed: '', court: 'barrie', receivedUntil: '2026-03-01', page: 1 }),
    ),
    search('filings by an e-mail address', () => searchFilings(admin, { typed: 'b77@example.org', page: 1 })),
    search('users by a part of an ID', () => searchUsers(admin, { typed: 'bench-77', page: 1 })),
    search('users by a name that 1 in 100 has', () => searchUsers(admin, { typed: 'tremblay', page: 1 })),
    search('users by a name that nobody has', () => searchUsers(admin, { typed: 'xylophone', page: 1 })),
    search('users by an e-mail address', () => searchUsers(admin, { typed: 'u77@example.org', page: 1 })),
    ...mails.map(([name, terms]) =>
      search(`e-mail: ${name}`, () => searchMails(admin, { ...terms, page: 1 })),
    ),
    ...asked.map(([name, terms]) => search(name, () => readAudit(admin, { ...terms, page: 1 }, now()))),
  ];
}
