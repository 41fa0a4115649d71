import pg from 'postgres';
import { SEARCH_VERSION } from '../../../lib/domain/filing/search';

/** How long before now filing `n` came: evenly over the last year. */
const came = (filings: number) =>
  `now() - interval '${365 * 86_400} seconds' * ((${filings} - n)::float8 / ${filings})`;

const number = `'CV-' || to_char(30 + n / 1000000, 'FM00') || '-' || to_char(n, 'FM00000000') || '-0000'`;

/** Rows made by PostgreSQL itself: filings of a year, two messages each, ten lines of the audit log each. */
const statements = (filings: number) => [
  `drop index filings_search`,
  `insert into users (id, one_key_id, one_key_id_folded, password_hash)
    select md5('u' || n)::uuid, 'bench-' || n, 'bench-' || n, 'none' from generate_series(1, 20000) n`,
  `insert into user_texts (user_id, search, version)
    select md5('u' || n)::uuid, ' bench-' || n || E' \\n bench ' || n || E' \\n u' || n || E'@example.org \\n '
        || (array['anna','marie','jean','robert','lucie','zoe','omar','priya','wei','fatima'])[n % 10 + 1]
        || case when n % 100 = 3 then ' tremblay ' else ' family' || n::bigint * 7919 % 2500 || ' ' end, 1
    from generate_series(1, 20000) n`,
  `insert into profiles (id, user_id, contact, updated_at)
    select md5('p' || n)::uuid, md5('u' || n)::uuid, '{}', now() from generate_series(1, 20000) n`,
  `insert into drafts (id, reference, profile_id, created_by, answers, updated_at, submitted_at)
    select md5('d' || n)::uuid, 'D' || n, md5('p' || n % 20000 + 1)::uuid, md5('u' || n % 20000 + 1)::uuid, '{}', now(), now()
    from generate_series(1, ${filings}) n`,
  `insert into court_files (number, court_id, title, opened_on)
    select ${number}, 'barrie', 'A v. B', '2026-11-23' from generate_series(1, ${filings}) n`,
  `insert into filings (id, reference, draft_id, profile_id, submitted_by, locale, state, court_id, title, claim, contact,
      received_at, issue_on, issued_at, held_at, file_number, due_at, search, search_version)
    select md5('f' || n)::uuid, 'R' || n, md5('d' || n)::uuid, md5('p' || n % 20000 + 1)::uuid, md5('u' || n % 20000 + 1)::uuid,
      'en', case when n % 20000 = 7 then 'held' else 'issued' end,
      case when n % 3000 = 1 then 'perth' else 'barrie' end, 'Ironwood v. Quillfeather', '{}',
      jsonb_build_object('version', 1, 'email', 'B' || n % 20000 || '@example.org'),
      at, (at at time zone 'America/Toronto')::date,
      case when n % 20000 <> 7 then at + (random() ^ 4 * 90) * interval '1 second' end,
      case when n % 20000 = 7 then at end, ${number}, at,
      ' r' || n || E' \\n ' || (array['anna','marie','jean','robert','lucie','zoe','omar','priya','wei','fatima'])[n % 10 + 1]
        || ' family' || n::bigint * 7919 % 2500 || E' \\n ' || case when n % 100 = 3 then 'tremblay' else 'other' end || ' ',
      ${SEARCH_VERSION}
    from (select n, ${came(filings)} as at from generate_series(1, ${filings}) n) s`,
  `create index filings_search on filings using gin (search gin_trgm_ops)`,
  `insert into outbox (kind, dedupe_key, recipient, subject, html, text, attachments, filing_id, state, due_at, sent_at,
      bounced_at, created_at)
    select case n % 2 when 0 then 'claim-received' else 'claim-issued' end, 'bench-' || n, 'b' || n || '@example.org',
      'Claim issued', '<p>issued</p>', 'issued', '[]', md5('f' || (n + 1) / 2)::uuid,
      case when n % 20000 = 3 then 'failed' else 'sent' end, at, at, case when n % 1000 = 5 then at end, at
    from (select n, ${came(2 * filings)} as at from generate_series(1, ${2 * filings}) n) s`,
  `insert into audit (at, actor, user_id, ip, action, subject, outcome, details)
    select at, (array['filer','system','clerk'])[n % 3 + 1], md5('u' || n % 20000 + 1)::uuid, '192.0.2.7',
      case when n % 5000 = 11 then 'set role' when n % 20000 = 7 then 'hold filing'
        else (array['submit filing','issue filing','view filing','sign in','save contact information'])[n % 5 + 1] end,
      'R' || n / 10, case when n % 100 = 9 then 'refused' else 'done' end,
      case when n % 20000 = 7 then '{"reason":"corrupt"}'::jsonb when n % 5000 = 11 then '{"from":"filer","to":"clerk"}'
        else '{"issueOn":"2026-11-23"}' end
    from (select n, ${came(10 * filings)} as at from generate_series(1, ${10 * filings}) n) s`,
  // As the database itself does in time: without it no index answers alone.
  `vacuum analyze`,
];

/** Fills a database that has its courts. */
export async function fillDesk(url: string, filings: number): Promise<void> {
  const filler = pg(url, { max: 1, onnotice: () => undefined });
  for (const statement of statements(filings)) await filler.unsafe(statement);
  await filler.end();
}
