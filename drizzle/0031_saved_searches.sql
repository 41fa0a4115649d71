CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"terms" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_name" ON "saved_searches" USING btree ("user_id","name");--> statement-breakpoint
CREATE INDEX "filings_issued_on" ON "filings" USING btree ("issue_on","received_at","reference") WHERE issued_at is not null;--> statement-breakpoint
CREATE INDEX "filings_court" ON "filings" USING btree ("court_id","received_at","reference");--> statement-breakpoint
CREATE INDEX "filings_email" ON "filings" USING btree (lower(contact ->> 'email'));