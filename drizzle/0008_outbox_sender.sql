ALTER TABLE "outbox" ADD COLUMN "sender" text;--> statement-breakpoint
CREATE INDEX "mail_events_provider" ON "mail_events" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "outbox_repeat" ON "outbox" USING btree ("repeat_of") WHERE repeat_of is not null;