import { courts } from '@/drizzle/courts';
import { eachFile, mostMs } from '@/lib/cli/each-file';
import { type ClaimReading, nothingRead } from '@/lib/domain/claim/reading/reading';
import { readClaim } from '@/lib/services/pdf-sandbox/pdf';

const nothing = () => lineOf(nothingRead(0, false));

/**
 * `read FILE...` prints for each file a line of JSON: what its text says of the claim. `court` is the municipality of the
 * office as the court lists it, `amount` is in dollars, a party is `unsure` whose name a person should check, and
 * `unsureRole` whose side; `ms` is the time that it took. A file that is refused or cannot be read has its code as
 * `error`; the verb then exits with 1.
 */
export function run(files: string[]): Promise<void> {
  return eachFile(
    files,
    async (bytes) => {
      const read = await readClaim(bytes, { within: mostMs });
      return read.ok ? { line: lineOf(read.reading) } : { line: nothing(), error: read.code };
    },
    nothing,
  );
}

function lineOf({ form, court, language, simplified, amount, parties, lawyers, pages, text }: ClaimReading) {
  return {
    form,
    court: courts.find(({ id }) => id === court?.id)?.municipality ?? null,
    language,
    simplified,
    amount: amount ? amount.cents / 100 : null,
    parties: parties.map(({ role, kind, name, capacity, page, isUnsure, isRoleUnsure }) => ({
      ...{ role, kind, name, capacity, page },
      ...(isUnsure && { unsure: true }),
      ...(isRoleUnsure && { unsureRole: true }),
    })),
    lawyers,
    pages,
    text,
  };
}
