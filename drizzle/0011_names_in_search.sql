-- As foldSearch of lib/domain/filing/search.ts, line by line: what 0002 filled in was not folded.
CREATE FUNCTION fold_lines(words text) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(line, E'\n' ORDER BY place)
  FROM regexp_split_to_table(
    lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g')), '\s*\n\s*'
  ) WITH ORDINALITY AS lines(line, place)
  WHERE line <> ''
$$;--> statement-breakpoint
UPDATE "filings" SET "search" = fold_lines(concat_ws(E'\n', "search", (
  SELECT string_agg(party->>'alsoKnownAs', E'\n' ORDER BY place)
  FROM jsonb_array_elements(("claim"->'plaintiffs') || ("claim"->'defendants')) WITH ORDINALITY AS parties(party, place)
)));--> statement-breakpoint
DROP FUNCTION fold_lines(text);--> statement-breakpoint
DROP TABLE "parties";
