ALTER TABLE "one_time_tokens" RENAME COLUMN "address" TO "email";
