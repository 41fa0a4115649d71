ALTER TABLE "repairs" RENAME TO "substitutes";--> statement-breakpoint
ALTER INDEX "repairs_pkey" RENAME TO "substitutes_pkey";--> statement-breakpoint
ALTER INDEX "repairs_filing" RENAME TO "substitutes_filing";--> statement-breakpoint
ALTER TABLE "substitutes" RENAME CONSTRAINT "repairs_storage_key_unique" TO "substitutes_storage_key_unique";--> statement-breakpoint
ALTER TABLE "substitutes" RENAME CONSTRAINT "repairs_filing_id_filings_id_fk" TO "substitutes_filing_id_filings_id_fk";--> statement-breakpoint
ALTER TABLE "substitutes" RENAME CONSTRAINT "repairs_document_id_documents_id_fk" TO "substitutes_document_id_documents_id_fk";--> statement-breakpoint
ALTER TABLE "substitutes" RENAME CONSTRAINT "repairs_certified_by_users_id_fk" TO "substitutes_certified_by_users_id_fk";--> statement-breakpoint
ALTER TABLE "substitutes" RENAME CONSTRAINT "repairs_decided_by_users_id_fk" TO "substitutes_decided_by_users_id_fk";--> statement-breakpoint
UPDATE "substitutes" SET "kind" = 'repaired-copy' WHERE "kind" = 'same-content';--> statement-breakpoint
ALTER TABLE "one_time_tokens" RENAME COLUMN "tries_left" TO "attempts_left";--> statement-breakpoint
-- A message that was tried already goes again under the key that its provider knows: the key stays.
UPDATE "outbox" SET "kind" = 'substitute-decided' WHERE "kind" = 'repair-decided';
