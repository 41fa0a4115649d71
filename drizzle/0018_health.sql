CREATE TABLE "alerts" (
	"kind" text PRIMARY KEY NOT NULL,
	"detail" text NOT NULL,
	"since_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker_pulse" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"issuing_at" timestamp (3) with time zone NOT NULL
);
