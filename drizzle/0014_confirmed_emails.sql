CREATE TABLE "confirmed_emails" (
	"user_id" uuid NOT NULL,
	"email" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "confirmed_emails_user_id_email_pk" PRIMARY KEY("user_id","email")
);
--> statement-breakpoint
ALTER TABLE "confirmed_emails" ADD CONSTRAINT "confirmed_emails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
INSERT INTO "confirmed_emails" SELECT "id", lower("recovery_email"), now() FROM "users" WHERE "recovery_email" IS NOT NULL;--> statement-breakpoint
INSERT INTO "confirmed_emails" SELECT "user_id", lower("contact" ->> 'email'), "email_verified_at" FROM "profiles" WHERE "email_verified_at" IS NOT NULL ON CONFLICT DO NOTHING;
