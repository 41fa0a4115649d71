CREATE TABLE "user_texts" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"search" text NOT NULL,
	"version" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "in_person_recoveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"lost_steps" boolean NOT NULL,
	"state" text DEFAULT 'begun' NOT NULL,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"first_hash" text NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"second_hash" text,
	"attempts_left" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "in_person_reason" CHECK ("in_person_recoveries"."reason" <> ''),
	CONSTRAINT "in_person_two_halves" CHECK (("in_person_recoveries"."confirmed_at" is null) = ("in_person_recoveries"."second_hash" is null)),
	CONSTRAINT "in_person_second_person" CHECK ("in_person_recoveries"."confirmed_by" is null or "in_person_recoveries"."confirmed_by" <> "in_person_recoveries"."begun_by"
        or "in_person_recoveries"."confirmed_at" >= "in_person_recoveries"."begun_at" + interval '10 minutes')
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "locked_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "idle_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "idle_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "user_texts" ADD CONSTRAINT "user_texts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "in_person_recoveries" ADD CONSTRAINT "in_person_recoveries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "in_person_recoveries" ADD CONSTRAINT "in_person_recoveries_begun_by_users_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "in_person_recoveries" ADD CONSTRAINT "in_person_recoveries_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "user_texts_search" ON "user_texts" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "in_person_open" ON "in_person_recoveries" USING btree ("user_id") WHERE state in ('begun', 'confirmed');--> statement-breakpoint
CREATE INDEX "in_person_begun" ON "in_person_recoveries" USING btree ("begun_at");--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "outbox" USING btree (lower("recipient") text_pattern_ops,"created_at");--> statement-breakpoint
CREATE INDEX "outbox_kind" ON "outbox" USING btree ("kind","created_at");--> statement-breakpoint
CREATE INDEX "outbox_standing" ON "outbox" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "outbox_delivered" ON "outbox" USING btree ("created_at") WHERE delivered_at is not null;--> statement-breakpoint
CREATE INDEX "outbox_unreported" ON "outbox" USING btree ("created_at") WHERE state = 'sent' and delivered_at is null and bounced_at is null and complained_at is null;--> statement-breakpoint
CREATE INDEX "outbox_complained" ON "outbox" USING btree ("complained_at") WHERE complained_at is not null;