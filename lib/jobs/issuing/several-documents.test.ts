import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { saveParty } from '@/lib/data/claim/answers';
import { getVersion } from '@/lib/data/claim/versions';
import { db } from '@/lib/data/db/db';
import { outbox } from '@/lib/data/db/schema/mail';
import { getFiling } from '@/lib/data/filing/filings';
import { sealedName } from '@/lib/jobs/issuing/sealed-name';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, submitted, upload } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const courtNow = new Date('2026-11-23T15:00:00Z');

const minor = {
  ...{ kind: 'person', lastName: 'Tremblay', firstName: 'Anne', address: '12 Main Street', city: 'Barrie' },
  ...{
    country: 'CA',
    province: 'ON',
    postalCode: 'L4M 3P2',
    representation: 'lawyer',
    lawyerName: 'Ann Lee',
  },
  ...{ underDisability: 'minor', guardianKind: 'person', guardianName: 'Luc Tremblay' },
};

eachDatabase('several documents of one kind', () => {
  it('are issued with the claim, each under a name of its own', async () => {
    const filer = await newFiler(courtNow);
    const { reference: draft } = await readyDraft(filer);
    await saveParty(filer, draft, { id: 'p', role: 'plaintiff' }, minor, courtNow);
    await upload(filer, draft, 'guardian-affidavit');
    await upload(filer, draft, 'guardian-affidavit', 5_000);
    const { reference } = await submitted(filer, { draft, locale: 'en' }, { now: new Date(), courtNow });
    const filing = await getFiling(filer, reference);
    expect(filing.state).toBe('issued');
    expect(filing.documents.map(({ kind }) => kind)).toEqual([
      'claim',
      'guardian-affidavit',
      'guardian-affidavit',
    ]);

    const sealed = filing.documents.flatMap(({ versions }) =>
      versions.filter(({ kind }) => kind === 'sealed'),
    );
    const versions = await Promise.all(sealed.map(({ id }) => getVersion(filer, id)));
    expect(versions.map(({ filed }) => filed?.nth)).toEqual([null, 1, 2]);
    const names = versions.flatMap(({ filed }) => (filed ? [sealedName(filed)] : []));
    expect(new Set(names).size).toBe(3);

    const dedupeKey = `claim-issued/${filing.id}`;
    const [mail] = await db().select().from(outbox).where(eq(outbox.dedupeKey, dedupeKey));
    expect(mail?.attachments?.map(({ filename }) => filename)).toEqual(names);
  }, 120_000);
});
