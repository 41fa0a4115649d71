CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"filing_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"name" text NOT NULL,
	"storage_key" text NOT NULL,
	"size" integer NOT NULL,
	"pages" integer NOT NULL,
	"sha256" text NOT NULL,
	"place" jsonb,
	"warnings" jsonb NOT NULL,
	"comparison" jsonb NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"filed_as" uuid,
	CONSTRAINT "corrections_storage_key_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "paper" jsonb;--> statement-breakpoint
ALTER TABLE "register" ADD COLUMN "corrects" jsonb;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_filing_id_filings_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_filed_as_filings_id_fk" FOREIGN KEY ("filed_as") REFERENCES "public"."filings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_filing" ON "corrections" USING btree ("filing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "register_corrected_once" ON "register" USING btree ("filing_id") WHERE kind in ('amended', 'corrected');