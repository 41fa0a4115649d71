ALTER TABLE "documents" ADD COLUMN "seal_number" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "documents_removed" ON "documents" USING btree ("removed_at") WHERE removed_at is not null;--> statement-breakpoint
UPDATE "documents" SET "state" = 'removed' FROM "drafts" WHERE "drafts"."id" = "draft_id" AND "deleted_at" IS NOT NULL AND "filing_id" IS NULL;--> statement-breakpoint
UPDATE "documents" SET "removed_at" = now() WHERE "state" = 'removed';--> statement-breakpoint
INSERT INTO "pending_files" SELECT "id"::text, "created_at" FROM "documents" WHERE "state" <> 'ready' AND "filing_id" IS NULL AND NOT EXISTS (SELECT FROM "document_versions" WHERE "document_id" = "documents"."id") ON CONFLICT DO NOTHING;
