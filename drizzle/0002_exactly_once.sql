CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "closures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"on" date,
	"is_holiday" boolean DEFAULT false NOT NULL,
	"month" integer,
	"day" integer,
	"from_year" integer,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court_calendar" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"before_opening" text DEFAULT 'next-business-day' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_sender" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"paused_until" timestamp (3) with time zone,
	"pause_reason" text
);
--> statement-breakpoint
CREATE TABLE "pending_files" (
	"custom_id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"filing_id" uuid PRIMARY KEY NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"issue_on" date NOT NULL,
	"documents" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_head" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"entry" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "repairs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"filing_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"name" text NOT NULL,
	"storage_key" text NOT NULL,
	"size" integer NOT NULL,
	"pages" integer NOT NULL,
	"sha256" text NOT NULL,
	"place" jsonb,
	"comparison" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"certified_by" uuid NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "repairs_storage_key_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
ALTER TABLE "register" DROP CONSTRAINT "register_filing_id_unique";--> statement-breakpoint
ALTER TABLE "register" DROP CONSTRAINT "register_file_number_unique";--> statement-breakpoint
DROP INDEX "filings_received";--> statement-breakpoint
DROP INDEX "filings_due";--> statement-breakpoint
DROP INDEX "outbox_due";--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "entry" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "file_number" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "issued_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "submission_key" uuid;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "hold_reason" text;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "held_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "search" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "priority" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "delivered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "bounced_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "complained_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "repeat_of" uuid;--> statement-breakpoint
ALTER TABLE "register" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "register" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "register" ADD COLUMN "court_id" text;--> statement-breakpoint
ALTER TABLE "register" ADD COLUMN "recorded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "register" ADD COLUMN "recorded_on" date;--> statement-breakpoint
ALTER TABLE "register" ADD COLUMN "previous" text;--> statement-breakpoint
ALTER TABLE "register" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_certified_by_users_id_fk" FOREIGN KEY ("certified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "repairs_filing" ON "repairs" USING btree ("filing_id");--> statement-breakpoint
ALTER TABLE "register" ADD CONSTRAINT "register_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "filings_state" ON "filings" USING btree ("state","received_at","reference");--> statement-breakpoint
CREATE INDEX "filings_issue_on" ON "filings" USING btree ("issue_on");--> statement-breakpoint
CREATE INDEX "filings_search" ON "filings" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "outbox_provider" ON "outbox" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "outbox_state" ON "outbox" USING btree ("state") WHERE state in ('failed', 'uncertain');--> statement-breakpoint
CREATE INDEX "register_day" ON "register" USING btree ("recorded_on","entry");--> statement-breakpoint
CREATE INDEX "register_filing" ON "register" USING btree ("filing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "register_issued" ON "register" USING btree ("filing_id") WHERE kind = 'issued';--> statement-breakpoint
CREATE UNIQUE INDEX "register_number" ON "register" USING btree ("file_number") WHERE kind in ('issued', 'void');--> statement-breakpoint
CREATE INDEX "filings_received" ON "filings" USING btree ("received_at","reference");--> statement-breakpoint
CREATE INDEX "filings_due" ON "filings" USING btree ("due_at","received_at") WHERE state = 'received';--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("priority","due_at") WHERE state = 'queued';--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_submission_key_unique" UNIQUE("submission_key");--> statement-breakpoint
INSERT INTO "closures" ("month", "day", "from_year", "name_en", "name_fr")
VALUES (9, 30, 2021, 'National Day for Truth and Reconciliation', 'Journée nationale de la vérité et de la réconciliation');--> statement-breakpoint
INSERT INTO "court_calendar" ("id") VALUES (1);--> statement-breakpoint
INSERT INTO "mail_sender" ("id", "next_at") VALUES (1, now());--> statement-breakpoint
UPDATE "filings" SET "search" = lower(concat_ws(E'\n', "reference", "file_number",
  concat_ws(' ', "contact"->>'firstName', "contact"->>'lastName'), "contact"->>'firm',
  (SELECT string_agg("name", E'\n') FROM "parties" WHERE "parties"."filing_id" = "filings"."id")));
