ALTER TABLE "drafts" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "saved_parts" jsonb DEFAULT '{}'::jsonb NOT NULL;