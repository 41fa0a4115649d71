CREATE TABLE "saved_parties" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"profile_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name_key" text NOT NULL,
	"party" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "reading" jsonb;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "own_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_parties" ADD CONSTRAINT "saved_parties_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_parties_name" ON "saved_parties" USING btree ("profile_id","role","name_key");