CREATE TABLE "work_assignments" (
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "work_assignments_kind_subject_pk" PRIMARY KEY("kind","subject")
);
--> statement-breakpoint
CREATE TABLE "hold_reasons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"words_en" text NOT NULL,
	"words_fr" text NOT NULL,
	"remedy" text NOT NULL,
	"active_from" date NOT NULL,
	"active_until" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hold_reasons_days" CHECK ("hold_reasons"."active_until" is null or "hold_reasons"."active_until" >= "hold_reasons"."active_from")
);
--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "further_held" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "kept_reason_id" uuid;--> statement-breakpoint
ALTER TABLE "work_assignments" ADD CONSTRAINT "work_assignments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "work_assignments_user" ON "work_assignments" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hold_reasons_version" ON "hold_reasons" USING btree ("code","active_from");--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_kept_reason_id_hold_reasons_id_fk" FOREIGN KEY ("kept_reason_id") REFERENCES "public"."hold_reasons"("id") ON DELETE no action ON UPDATE no action;