ALTER TABLE "users" ADD COLUMN "one_key_id_skeleton" text;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "search_version" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "users_one_key_id_skeleton" ON "users" USING btree ("one_key_id_skeleton");--> statement-breakpoint
CREATE INDEX "filings_search_version" ON "filings" USING btree ("search_version");