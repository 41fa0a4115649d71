ALTER TABLE "drafts" ADD COLUMN "filed_in" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "later_kind" text;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "filed_in" text;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "later_kind" text;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "statement" jsonb;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_filed_in_court_files_number_fk" FOREIGN KEY ("filed_in") REFERENCES "public"."court_files"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_filed_in_court_files_number_fk" FOREIGN KEY ("filed_in") REFERENCES "public"."court_files"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "filings_filed_in" ON "filings" USING btree ("filed_in" text_pattern_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "register_filed_once" ON "register" USING btree ("filing_id") WHERE kind = 'filed';--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_later" CHECK (("filings"."filed_in" is null) = ("filings"."later_kind" is null) and num_nonnulls("filings"."filed_in", "filings"."file_number") < 2);