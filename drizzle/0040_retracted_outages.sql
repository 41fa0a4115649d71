ALTER TABLE "outages" ADD COLUMN "retracted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outages" ADD COLUMN "retracted_by" uuid;--> statement-breakpoint
ALTER TABLE "outages" ADD COLUMN "retraction" text;--> statement-breakpoint
ALTER TABLE "outages" ADD CONSTRAINT "outages_retracted_by_users_id_fk" FOREIGN KEY ("retracted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_refused_action" ON "audit" USING btree ("action","at") WHERE outcome = 'refused';--> statement-breakpoint
ALTER TABLE "outages" ADD CONSTRAINT "outages_retracted" CHECK (num_nonnulls("outages"."retracted_at", "outages"."retracted_by", "outages"."retraction") in (0, 3));