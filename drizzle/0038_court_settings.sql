CREATE TABLE "outages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"what_en" text NOT NULL,
	"what_fr" text NOT NULL,
	"declared_by" uuid NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	"end_declared_at" timestamp (3) with time zone,
	"end_declared_by" uuid,
	CONSTRAINT "outages_order" CHECK ("outages"."ended_at" > "outages"."started_at")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"effective_on" date NOT NULL,
	"setting" jsonb NOT NULL,
	"proposal_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "court_id" text;--> statement-breakpoint
ALTER TABLE "outages" ADD CONSTRAINT "outages_declared_by_users_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outages" ADD CONSTRAINT "outages_end_declared_by_users_id_fk" FOREIGN KEY ("end_declared_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outages_started" ON "outages" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "settings_kind" ON "settings" USING btree ("kind","effective_on","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "settings_terms" ON "settings" USING btree ("effective_on") WHERE kind = 'terms';--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_where" CHECK (num_nonnulls("closures"."region", "closures"."court_id") <= 1);--> statement-breakpoint
CREATE TRIGGER settings_append_only BEFORE UPDATE OR DELETE ON "settings" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER settings_no_truncate BEFORE TRUNCATE ON "settings" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
