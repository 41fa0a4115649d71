CREATE TABLE "file_faults" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"fault" text NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secret_fingerprints" (
	"name" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "filing_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "reference" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "court_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ALTER COLUMN "issued_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ADD COLUMN "gap" jsonb;--> statement-breakpoint
ALTER TABLE "file_faults" ADD CONSTRAINT "file_faults_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_gaps" ON "register" USING btree ("entry") WHERE kind = 'gap';--> statement-breakpoint
ALTER TABLE "register" ADD CONSTRAINT "register_gap" CHECK (("register"."kind" = 'gap') = ("register"."gap" is not null));--> statement-breakpoint
ALTER TABLE "register" ADD CONSTRAINT "register_filed" CHECK ("register"."kind" = 'gap' or num_nulls("register"."filing_id", "register"."reference", "register"."court_id", "register"."issued_on") = 0);