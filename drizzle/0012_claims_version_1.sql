-- lib/domain/claim/claim-v1.ts and lib/domain/account/contact-v1.ts: all that was filed so far has these shapes.
UPDATE "filings" SET "claim" = "claim" || '{"version": 1}', "contact" = "contact" || '{"version": 1}';
