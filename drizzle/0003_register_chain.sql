DO $$
DECLARE
  row record;
  n bigint := 0;
  last text := repeat('0', 64);
  words text;
BEGIN
  FOR row IN
    SELECT r.entry, r.issued_on, r.issued_at, r.file_number, r.documents, f.reference, f.court_id
    FROM register r JOIN filings f ON f.id = r.filing_id ORDER BY r.entry
  LOOP
    n := n + 1;
    words := 'entry: ' || n || E'\nkind: issued\nfiling: ' || row.reference || E'\nfile: ' || row.file_number
      || E'\ncourt: ' || row.court_id || E'\ndate: ' || to_char(row.issued_on, 'YYYY-MM-DD')
      || E'\nrecorded: ' || to_char(row.issued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || E'\n'
      || coalesce((
        SELECT string_agg('document: ' || (d.value->>'kind') || ' ' || (d.value->>'sha256') || E'\n', '' ORDER BY d.place)
        FROM jsonb_array_elements(row.documents) WITH ORDINALITY AS d(value, place)), '')
      || 'previous: ' || last || E'\n';
    UPDATE register SET entry = n, kind = 'issued', reference = row.reference, court_id = row.court_id,
      recorded_at = row.issued_at, recorded_on = (row.issued_at AT TIME ZONE 'America/Toronto')::date,
      previous = last, hash = encode(sha256(convert_to(words, 'UTF8')), 'hex')
    WHERE register.entry = row.entry
    RETURNING register.hash INTO last;
  END LOOP;
  INSERT INTO register_head (id, entry, hash) VALUES (1, n, last);
END $$;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "reference" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "court_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "recorded_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "recorded_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "previous" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "hash" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "register" DROP COLUMN "issued_at";--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "entry" DROP DEFAULT;--> statement-breakpoint
DROP SEQUENCE IF EXISTS "register_entry_seq";--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME;
END $$;--> statement-breakpoint
CREATE TRIGGER register_append_only BEFORE UPDATE OR DELETE ON "register" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER register_no_truncate BEFORE TRUNCATE ON "register" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
