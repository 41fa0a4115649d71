import { strict as assert } from 'node:assert';
import { StandingClock } from '../../support/court/standing-clock';
import { claimBlob, newClaimant, prepareDraft, submitDraft } from '../../support/people/claimant';
import { check } from '../check';
import { Court } from '../court';
import { until } from '../until';
import { askReady } from './ready';

const watched = { STAFF_EMAIL: 'office@example.org', CHECK_SECONDS: '2' };
/** More than any disk has. */
const fullDisk = { ...watched, DISK_FLOOR_MB: '1000000000' };

/** How often staff were told this. */
const told = ({ resend }: Court, subject: string) =>
  resend.accepted.filter((mail) => mail.to === watched.STAFF_EMAIL && mail.subject === subject).length;

/**
 * The disk is almost full: a server is not ready and staff are told, once over two servers and when it is over, and a
 * claim is received all the same. Then storage fails, and staff are told of the filing that is due and not issued.
 */
export async function staffAreTold(): Promise<string> {
  const court = await Court.open();
  const clock = new StandingClock();
  try {
    clock.moveTo('2026-11-24T15:00:00.000Z');
    const storage = await court.storeElsewhere();
    const full = await Promise.all([1, 2].map(() => court.start(clock.setting, undefined, 1, fullDisk)));
    const [first = await court.start()] = full;
    const { status, failing, parts } = await askReady(first);
    assert.equal(status, 503);
    assert.ok(failing.includes('disk'), `the disk fails: ${failing}`);
    assert.match(parts.disk?.why ?? '', /MB are free/);
    await until('staff are told of the disk', () => told(court, 'Alert: a disk is almost full') > 0);

    const visitor = await newClaimant(first.origin);
    await court.confirmAddresses();
    const draft = await prepareDraft(visitor, await claimBlob());
    storage.fail('GET');
    assert.match(await submitDraft(visitor, draft), /R-[0-9A-Z]{4}-[0-9A-Z]{4}/, 'received all the same');
    clock.moveTo('2026-11-24T15:05:01.000Z');
    await until(
      'staff are told of the filing',
      () => told(court, 'Alert: filings are due and not issued') > 0,
    );
    await until('staff are told of storage', () => told(court, 'Alert: the check of the storage fails') > 0);
    storage.fail(null);
    // The next attempt is due by the court's clock.
    clock.moveTo('2026-11-24T15:30:00.000Z');
    await until('the filing is issued', async () => {
      const [left] = await court.sql`select count(*)::int as n from filings where state <> 'issued'`;
      return left?.n === 0;
    });
    await until('it is over', () => told(court, 'Resolved: filings are due and not issued') > 0);
    await until('storage is well again', () => told(court, 'Resolved: the check of the storage fails') > 0);

    await Promise.all(full.map((server) => server.stop()));
    const roomy = await court.start(clock.setting, undefined, 1, watched);
    await until('the disk is well', () => told(court, 'Resolved: a disk is almost full') > 0);
    await until('the server is ready', async () => (await askReady(roomy)).status === 200);
    assert.equal(told(court, 'Alert: a disk is almost full'), 1, 'of the disk once, over two servers');
    assert.equal(told(court, 'Alert: filings are due and not issued'), 1, 'of the filing once');
    await roomy.stop();
    await check(court, 1);
    return 'a full disk, a late filing and a failing storage: each told once, and that it is over';
  } finally {
    await court.close();
    clock.remove();
  }
}
