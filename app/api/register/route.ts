import { create } from 'content-disposition';
import { z } from 'zod';
import { streamOf } from '@/app/api/download';
import { tooOften } from '@/app/api/rate-limit';
import { MustWait } from '@/lib/data/access/errors';
import { readRegister } from '@/lib/data/register/register-reading';
import { writeRegisterLine } from '@/lib/domain/register/register-line';
import { secondsToWait } from '@/lib/web/action/limit';
import { visitorKeys } from '@/lib/web/session/visitor';

/** The register's lines. It reads a thousand entries at a time, as the reader asks for them. */
async function* lines(day: string | undefined): AsyncGenerator<string> {
  for await (const entry of readRegister(day))
    yield `${writeRegisterLine(entry)}
`;
}

/**
 * The register for anyone, as JSON with one entry a line: the whole, or with `?day=2026-11-23` the entries
 * recorded that day.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('day');
  const day = z.iso.date().safeParse(asked).data;
  if (asked !== null && !day) return new Response(null, { status: 400 });
  const seconds = await secondsToWait('download-register', await visitorKeys());
  if (seconds > 0) return tooOften(request, new MustWait(seconds));
  return new Response(streamOf(lines(day)), {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': create(`court-register${day ? `-${day}` : ''}.ndjson`),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
