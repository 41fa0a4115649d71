ALTER TABLE "documents" ADD COLUMN "filing_id" uuid;--> statement-breakpoint
UPDATE "documents" SET "filing_id" = "filings"."id" FROM "filings"
WHERE "filings"."draft_id" = "documents"."draft_id" AND "documents"."state" = 'ready';--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_filing" ON "documents" USING btree ("filing_id");--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "kind" text;--> statement-breakpoint
DROP INDEX "document_versions_of";--> statement-breakpoint
-- Version 0 was uploaded, 1 sealed, 2 and on were substitutes, which came before what was sealed.
UPDATE "document_versions" SET "version" = counted."version", "kind" = counted."kind"
FROM (
  SELECT v."id",
    row_number() OVER (PARTITION BY v."document_id" ORDER BY v."version" = 1, v."version") AS "version",
    CASE v."version" WHEN 0 THEN 'uploaded' WHEN 1 THEN 'sealed' ELSE s."kind" END AS "kind"
  FROM "document_versions" v LEFT JOIN "substitutes" s ON s."storage_key" = v."storage_key"
) AS counted
WHERE counted."id" = "document_versions"."id";--> statement-breakpoint
ALTER TABLE "document_versions" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "document_versions_of" ON "document_versions" USING btree ("document_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "document_versions_sealed" ON "document_versions" USING btree ("document_id") WHERE kind = 'sealed';
