ALTER TABLE "document_versions" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "mending" jsonb;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "uses_mended" boolean DEFAULT false NOT NULL;