import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import { buildRelease, commitBefore } from '../../support/court/release-before';
import { type CourtServer, startServer } from '../../support/court/server';
import { fileClaim, newClaimant } from '../../support/people/claimant';
import { Visitor } from '../../support/people/visitor';
import { check } from '../check';
import { Court, opening } from '../court';

/** The same person at another server: cookies do not ask for the port. */
function at(server: CourtServer, visitor: Visitor): Visitor {
  const same = new Visitor(server.origin);
  for (const [name, value] of visitor.cookies) same.cookies.set(name, value);
  return same;
}

const schemaOf = async ({ sql }: Court) =>
  (await sql`select count(*)::int as n from drizzle.__drizzle_migrations`)[0]?.n as number;

/** The release before and this one work on one database: claims are filed through both, by people who were signed in by the other. */
export async function twoReleases(): Promise<string> {
  const commit = commitBefore();
  if (!commit) {
    process.stderr.write(
      '\n*** NOT TESTED: two releases at once: the history does not reach back to before the newest migration ***\n\n',
    );
    return 'NOT TESTED';
  }
  const folder = await buildRelease(commit);
  const court = await Court.open(0);
  const start = (root: string) =>
    startServer({ clock: opening, dataDir: court.dataDir, env: court.env(), program: 'serve', root });
  const servers: CourtServer[] = [];
  try {
    const before = await start(folder);
    servers.push(before);
    const visitor = await newClaimant(before.origin);
    await court.confirmAddresses();
    await fileClaim(visitor);
    const schema = await schemaOf(court);
    const now = await start(process.cwd());
    servers.push(now);
    assert.ok((await schemaOf(court)) > schema, 'this release has migrated the database');
    const other = await newClaimant(now.origin);
    await court.confirmAddresses();
    for (const one of [visitor, at(now, visitor), other, at(before, other), visitor]) await fileClaim(one);
    await court.settled();
    await now.stop();
    // Back to the release before, which starts on the newer tables.
    await before.stop();
    const back = await start(folder);
    servers.push(back);
    await fileClaim(at(back, other));
    await court.settled();
    await check(court, 7);
    return `release ${commit.slice(0, 7)} beside this one, and again after it: 7 claims filed through both, all issued once`;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await court.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
