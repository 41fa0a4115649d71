DROP INDEX "filings_profile";--> statement-breakpoint
CREATE INDEX "filings_number" ON "filings" USING btree ("file_number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "filings_profile" ON "filings" USING btree ("profile_id","received_at","id");