CREATE TABLE "restrictions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file_number" text NOT NULL,
	"kind" text NOT NULL,
	"ordered_on" date NOT NULL,
	"judge" text NOT NULL,
	"public_title" text DEFAULT '' NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"proposal_id" uuid NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lift_ordered_on" date,
	"lift_judge" text,
	"lift_proposal_id" uuid,
	CONSTRAINT "restrictions_kind" CHECK ("restrictions"."kind" in ('sealed', 'ban', 'anonymised')),
	CONSTRAINT "restrictions_title" CHECK (("restrictions"."kind" = 'anonymised') = ("restrictions"."public_title" <> '')),
	CONSTRAINT "restrictions_lifted" CHECK (num_nonnulls("restrictions"."lifted_at", "restrictions"."lift_ordered_on", "restrictions"."lift_judge", "restrictions"."lift_proposal_id") in (0, 4))
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "suppressed_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_file_number_court_files_number_fk" FOREIGN KEY ("file_number") REFERENCES "public"."court_files"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_lift_proposal_id_proposals_id_fk" FOREIGN KEY ("lift_proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "restrictions_in_force" ON "restrictions" USING btree ("file_number","kind") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "restrictions_file" ON "restrictions" USING btree ("file_number");