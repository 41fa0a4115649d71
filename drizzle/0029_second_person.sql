CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"change" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"state" text DEFAULT 'proposed' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"decision_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "proposals_decided_once" CHECK (("proposals"."state" = 'proposed') = ("proposals"."decided_at" is null)),
	CONSTRAINT "proposals_reason" CHECK ("proposals"."reason" <> ''),
	CONSTRAINT "proposals_second_person" CHECK (case "proposals"."state"
        when 'approved' then case when "proposals"."decided_by" is null
          then "proposals"."due_at" is not null and "proposals"."decided_at" >= "proposals"."due_at" else "proposals"."decided_by" <> "proposals"."proposed_by" end
        when 'refused' then "proposals"."decided_by" is not null and "proposals"."decided_by" <> "proposals"."proposed_by"
        when 'taken-back' then "proposals"."decided_by" is not null and "proposals"."decided_by" = "proposals"."proposed_by"
        else "proposals"."decided_by" is null end)
);
--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_waiting" ON "proposals" USING btree ("kind","subject") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "proposals_decided" ON "proposals" USING btree ("decided_at");