CREATE TABLE "register_days" (
	"day" date PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"root" text NOT NULL
);
--> statement-breakpoint
INSERT INTO register_days (day, entry, root)
SELECT DISTINCT ON (recorded_on) recorded_on, entry, hash FROM register
WHERE recorded_on < (SELECT max(recorded_on) FROM register)
ORDER BY recorded_on, entry DESC;--> statement-breakpoint
CREATE TRIGGER register_days_append_only BEFORE UPDATE OR DELETE ON "register_days" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER register_days_no_truncate BEFORE TRUNCATE ON "register_days" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
