ALTER TABLE "documents" ADD COLUMN "place" jsonb;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "verification_code" text;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "verification_hash" text;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "register_documents" ON "register" USING gin ("documents" jsonb_path_ops);--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_verification_code_unique" UNIQUE("verification_code");--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_verification_hash_unique" UNIQUE("verification_hash");