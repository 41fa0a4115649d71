import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { claimBlob, prepareDraft, submitDraft } from '../support/people/claimant';
import type { Visitor } from '../support/people/visitor';

/** The owner's data that stands in the addresses and forms of the matrix. */
export type Example = {
  draft: string;
  document: string;
  party: string;
  saved: string;
  filing: string;
  heldFiling: string;
  version: string;
  substitute: string;
  correction: string;
  mail: string;
  failedMail: string;
  closure: string;
  outage: string;
  proposal: string;
  savedSearch: string;
  recovery: string;
  user: string;
  session: string;
  code: string;
};

/** Words that stand in the owner's data and nowhere else: whoever must not see them is never sent them. */
export const markers = {
  draft: 'Markerdraftson',
  title: 'Markertitle v. Roy',
  contact: 'Markercontact',
  email: 'marker-owner@example.org',
  document: 'Markerdocument.pdf',
  oneKeyId: 'marker-id-owner',
  locked: 'Markerlocked',
  proposal: 'Markerproposal',
};

async function planted(
  sql: Sql,
  example: Omit<
    Example,
    | 'party'
    | 'saved'
    | 'closure'
    | 'outage'
    | 'proposal'
    | 'savedSearch'
    | 'recovery'
    | 'failedMail'
    | 'substitute'
    | 'correction'
    | 'code'
    | 'session'
  >,
) {
  const { draft, filing, heldFiling, user, version } = example;
  const contact = { lastName: markers.contact, email: markers.email };
  await sql`update profiles set contact = contact || ${sql.json(contact)} where user_id = ${user}`;
  await sql`update drafts set answers = replace(answers::text, '"Northern Elevator Inc."', ${`"${markers.draft}"`})::jsonb
    where reference = ${draft}`;
  await sql`update filings set contact = contact || ${sql.json(contact)}, title = ${markers.title}
    where reference in (${filing}, ${heldFiling})`;
  await sql`update documents set name = ${markers.document}`;
  await sql`update filings set state = 'held', hold_reason = 'no-place', held_at = now(), issued_at = null
    where reference = ${heldFiling}`;
  await sql`update profiles set contact = contact || ${sql.json({ lastName: markers.locked })}
    where user_id = (select id from users where locked_at is not null)`;
  const [{ id: failedMail } = { id: '' }] = await sql`insert into outbox
    (kind, dedupe_key, recipient, subject, html, text, attachments, filing_id, state, due_at)
    select 'claim-received', ${randomUUID()}, ${markers.email}, 'Received', '', ${markers.title}, '[]', id, 'failed', now()
    from filings where reference = ${heldFiling} returning id`;
  const [{ id: closure } = { id: '' }] = await sql`insert into closures ("on", name_en, name_fr)
    values ('2027-02-02', 'Closed', 'Fermé') returning id`;
  const [{ id: outage } = { id: '' }] = await sql`insert into outages
    (started_at, ended_at, what_en, what_fr, declared_by, declared_at)
    values ('2026-11-19T15:00:00Z', '2026-11-19T16:00:00Z', 'Uploads', 'Les téléversements', ${user}, now())
    returning id`;
  const closed = { on: '2027-04-06', isHoliday: false, nameEn: markers.proposal, nameFr: markers.proposal };
  const [{ id: proposal } = { id: '' }] = await sql`insert into proposals
    (kind, subject, change, reason, proposed_by, proposed_at)
    values ('add-closure', ${closed.on}, ${sql.json({ version: 1, kind: 'add-closure', closure: closed })},
      ${markers.proposal}, ${user}, now()) returning id`;
  const named = { version: 1, kind: 'closureName', id: 'storm', en: 'Storm', fr: 'Tempête', inUse: true };
  await sql`insert into settings (kind, subject, effective_on, setting, proposal_id)
    values ('closureName', 'storm', '2020-01-01', ${sql.json(named)}, ${proposal})`;
  const [{ id: savedSearch } = { id: '' }] = await sql`insert into saved_searches (user_id, name, terms)
    values (${user}, ${markers.proposal}, '{"typed":"","court":""}') returning id`;
  // The owner's own, begun by nobody who takes part in the matrix.
  const [{ id: recovery } = { id: '' }] = await sql`insert into in_person_recoveries
    (user_id, reason, lost_steps, begun_by, begun_at, first_hash, attempts_left, expires_at)
    values (${user}, ${markers.proposal}, false, ${user}, now(), 'none', 5, now() + interval '1 day') returning id`;
  const [{ id: substitute } = { id: '' }] = await sql`insert into substitutes
    (filing_id, document_id, kind, name, storage_key, size, pages, sha256, comparison, received_at, certified_by)
    select f.id, d.id, 'repaired-copy', ${markers.document}, v.storage_key, v.size, 2, v.sha256, '{"isSame":null,"removed":[],"added":[]}',
      now(), ${user} from filings f join documents d on d.filing_id = f.id
      join document_versions v on v.document_id = d.id where f.reference = ${filing} and v.id = ${version}
    returning id`;
  const [{ id: correction } = { id: '' }] = await sql`insert into corrections
    (filing_id, document_id, name, storage_key, size, pages, sha256, warnings, comparison, uploaded_by, uploaded_at)
    select f.id, d.id, ${markers.document}, v.storage_key, v.size, 2, v.sha256, '[]',
      '{"isSame":null,"removed":[],"added":[]}', ${user}, now()
      from filings f join documents d on d.filing_id = f.id
      join document_versions v on v.document_id = d.id where f.reference = ${filing} and v.id = ${version}
    returning id`;
  const [found] =
    await sql`select (answers->'parties'->0->>'id') as party from drafts where reference = ${draft}`;
  const [issued] = await sql`select verification_code from filings where reference = ${filing}`;
  const [kept] = await sql`select id from saved_parties where role = 'plaintiff' limit 1`;
  const [open] = await sql`select id as session from sessions where user_id = ${user}`;
  return {
    session: open?.session ?? '',
    saved: kept?.id ?? '',
    failedMail,
    closure,
    outage,
    proposal,
    savedSearch,
    recovery,
    substitute,
    correction,
    party: found?.party ?? '',
    code: issued?.verification_code ?? '',
  };
}

/** Waits until one claim is issued and the worker has no e-mail left. @throws after a minute */
async function settled(sql: Sql): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    const [left] = await sql`select (select count(*) from filings where state = 'issued')::int as issued,
      (select count(*) from outbox where state = 'queued')::int as mails`;
    if (left?.issued === 1 && left.mails === 0) return;
    await wait(200);
  }
  throw new Error('the worker did not come to an end');
}

/** A draft, an issued claim, one on hold with a copy offered, and what belongs to them, all of the owner's. */
export async function makeExample(
  owner: Visitor,
  sql: Sql,
  { user, today }: { user: string; today: string },
): Promise<Example> {
  const pdf = await claimBlob(2);
  await sql`insert into confirmed_emails
    select user_id, lower(contact ->> 'email'), now() from profiles on conflict do nothing`;
  await submitDraft(owner, await prepareDraft(owner, pdf));
  await settled(sql);
  // While the office is closed a claim is received and not issued.
  await sql`insert into closures ("on", name_en, name_fr) values (${today}, 'Closed', 'Fermé')`;
  await submitDraft(owner, await prepareDraft(owner, pdf));
  await sql`delete from closures`;
  const draft = await prepareDraft(owner, pdf);
  await settled(sql);
  const [filing, heldFiling] = (await sql`select reference from filings order by received_at`).map(
    ({ reference }) => reference as string,
  );
  if (!filing || !heldFiling) throw new Error('the claims were not filed');
  const [of] = await sql`select d.id from documents d join drafts on drafts.id = d.draft_id
    where drafts.reference = ${draft} and d.state = 'ready'`;
  const [sealed] = await sql`select v.id from document_versions v join documents d on d.id = v.document_id
    join filings f on f.id = d.filing_id where f.reference = ${filing} and v.kind = 'sealed'`;
  const [mail] = await sql`select o.id from outbox o join filings f on f.id = o.filing_id
    where f.reference = ${filing} and o.kind = 'claim-issued'`;
  await sql`insert into document_versions (document_id, version, kind, storage_key, size, sha256, facts, mending)
    select document_id, 0, 'mended', ${randomUUID()}, size, sha256, ${sql.json({ pages: 1, place: null, warnings: [], reading: null })},
      ${sql.json({ unlocked: true, pages: [] })} from document_versions where document_id = ${of?.id}`;
  const known = { draft, document: of?.id, filing, heldFiling, version: sealed?.id, mail: mail?.id, user };
  return { ...known, ...(await planted(sql, known)) };
}
