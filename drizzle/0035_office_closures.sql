ALTER TABLE "closures" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "court_id" text;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_where" CHECK (num_nonnulls("closures"."region", "closures"."court_id") <= 1);