import { createHash, randomUUID } from 'node:crypto';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { saveParty, saveStep } from '@/lib/data/claim/answers';
import { beginUpload, finishUpload } from '@/lib/data/claim/documents/uploads';
import { startDraft } from '@/lib/data/claim/drafts';
import type { Submit } from '@/lib/data/claim/submission';
import { getCalendarOf } from '@/lib/data/court/calendar';
import { seedCourts } from '@/lib/data/court/courts';
import type { UserActor } from '@/lib/domain/access/access';
import type { DocumentKind } from '@/lib/domain/claim/document';
import { issueOn, type Times } from '@/lib/domain/court/calendar';
import { submitClaim } from '@/lib/jobs/issuing/submit';
import { store } from '@/lib/storage/store';
import { certifiedContentSeen } from '@/lib/testing/claim/certified-content';

const person = {
  kind: 'person',
  lastName: 'Tremblay',
  firstName: 'Anne',
  underDisability: 'no',
  address: '12 Main Street',
  city: 'Barrie',
  country: 'CA',
  province: 'ON',
  postalCode: 'L4M 3P2',
  representation: 'self',
};

/** Uploads a PDF of at least so many bytes to a draft. @returns the document and where it is stored */
export async function upload(filer: UserActor, draft: string, kind: DocumentKind, least = 0) {
  const bytes = await claimPdf({ title: kind, pages: 1, bytes: least });
  const { documentId } = await beginUpload(
    filer,
    { draft, kind, name: 'a.pdf', size: bytes.length },
    new Date(),
  );
  const storageKey = await store.put({ customId: randomUUID(), name: 'a.pdf' }, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const found = { sha256, pages: 1, place: null, warnings: [], reading: null };
  await finishUpload(documentId, { storageKey, size: bytes.length, ...found }, new Date());
  return { documentId, storageKey, bytes, sha256 };
}

/** A draft with everything that a submission needs. @returns its reference and its claim */
export async function readyDraft(filer: UserActor, language = 'english') {
  await seedCourts();
  const { reference } = await startDraft(filer, new Date());
  return filled(filer, reference, language);
}

/** The same of a draft that was begun otherwise. */
export async function filled(filer: UserActor, reference: string, language = 'english') {
  const now = new Date();
  await saveStep(filer, reference, 'type', { documentType: 'form-14a' }, now);
  await saveStep(filer, reference, 'court', { court: 'barrie' }, now);
  await saveStep(filer, reference, 'nature', { nature: 'contract' }, now);
  await saveStep(filer, reference, 'procedure', { procedure: 'ordinary', classProceeding: 'no' }, now);
  await saveStep(filer, reference, 'language', { language }, now);
  await saveParty(filer, reference, { id: 'p', role: 'plaintiff' }, person, now);
  await saveParty(filer, reference, { id: 'd', role: 'defendant' }, { ...person, lastName: 'Roy' }, now);
  return { reference, ...(await upload(filer, reference, 'claim')) };
}

/** A machine under load takes its time. */
const patienceMs = 25_000;

type Asked = Pick<Submit, 'draft' | 'locale'> & Partial<Submit>;

/** What a form just rendered sends. */
export async function submission(filer: UserActor, asked: Asked, courtNow: Date): Promise<Submit> {
  // The office of every ready draft.
  const promised = issueOn(courtNow, await getCalendarOf('barrie'));
  const seen = await certifiedContentSeen(filer, asked.draft);
  return { key: randomUUID(), promised, seen, ...asked };
}

/** Submits a draft for tests, as from a form just rendered. @throws what submitClaim throws */
export async function submitted(filer: UserActor, asked: Asked, times: Times) {
  const whole = await submission(filer, asked, times.courtNow);
  const answer = await submitClaim(filer, whole, times, patienceMs);
  if (answer.kind !== 'submitted') throw new Error(answer.kind);
  return answer;
}
