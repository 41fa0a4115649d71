CREATE TABLE "audit_days" (
	"day" date PRIMARY KEY NOT NULL,
	"place" bigint NOT NULL,
	"root" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"place" bigint NOT NULL,
	"hash" text NOT NULL,
	"sealed_on" date
);
--> statement-breakpoint
CREATE TABLE "audit_links" (
	"place" bigint PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_links_entry_unique" UNIQUE("entry")
);
--> statement-breakpoint
CREATE TABLE "audit_unsealed" (
	"entry" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "filing_days" (
	"day" date PRIMARY KEY NOT NULL,
	"received" integer NOT NULL,
	"issued" integer NOT NULL,
	"hours" integer[] NOT NULL,
	"waits" integer[] NOT NULL,
	"holds" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_days" (
	"day" date PRIMARY KEY NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"well_minutes" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" USING btree ("action","at");--> statement-breakpoint
CREATE INDEX "filings_issued" ON "filings" USING btree ("issued_at","received_at","issue_on") WHERE issued_at is not null;--> statement-breakpoint
CREATE INDEX "outbox_bounced" ON "outbox" USING btree ("bounced_at") WHERE bounced_at is not null;--> statement-breakpoint
CREATE FUNCTION note_unsealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_unsealed (entry) SELECT entry FROM added;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER audit_unsealed AFTER INSERT ON "audit" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_unsealed();--> statement-breakpoint
INSERT INTO audit_unsealed (entry) SELECT entry FROM audit;--> statement-breakpoint
INSERT INTO audit_head (place, hash) VALUES (0, repeat('0', 64));--> statement-breakpoint
CREATE TRIGGER audit_links_append_only BEFORE UPDATE OR DELETE ON "audit_links" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_links_no_truncate BEFORE TRUNCATE ON "audit_links" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_days_append_only BEFORE UPDATE OR DELETE ON "audit_days" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_days_no_truncate BEFORE TRUNCATE ON "audit_days" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
