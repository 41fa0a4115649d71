import { claimPdf } from '../../fixtures/pdfs';
import { newPerson, type Person } from './person';
import { Visitor } from './visitor';

/** A self-represented person over plain HTTP: for benches, and for journeys that begin where others ended. */

const address = {
  address: '12 Example Street, Unit 4',
  city: 'Barrie',
  country: 'CA',
  province: 'ON',
  postalCode: 'l4m3p2',
};
const party = { kind: 'person', lastName: 'Tremblay', firstName: 'Zoé', ...address, underDisability: 'no' };

const defendant = {
  kind: 'organisation',
  organisationName: 'Northern Elevator Inc.',
  organisationKind: 'corporation',
  address: '1 Industrial Road',
  city: 'Orillia',
  postalCode: 'L3V 1A1',
};

/** Registers a person up to My account. @param recoveryEmail given to ONE-key; '' for none */
export async function registerClaimant(visitor: Visitor, person: Person, recoveryEmail = ''): Promise<void> {
  const { oneKeyId, password, email, answers } = person;
  const signUp = await visitor.get('/en/sign-up');
  await visitor.submit(signUp, 'oneKeyId', {
    oneKeyId,
    password,
    confirmPassword: password,
    acceptTerms: 'on',
    question1: 'firstPet',
    answer1: answers[0],
    question2: 'birthCity',
    answer2: answers[1],
    question3: 'firstSchool',
    answer3: answers[2],
    email: recoveryEmail,
  });
  const contact = await visitor.submit(await visitor.get('/en/register/terms'), 'agree', { agree: 'on' });
  const reach = { phone: '(705) 555-0123', email, extension: '', fax: '', firm: '' };
  const name = { lastName: party.lastName, firstName: party.firstName };
  const account = await visitor.submit(contact, 'lastName', {
    kind: 'individual',
    ...name,
    ...address,
    ...reach,
  });
  if (!account.path.endsWith('/account')) throw new Error(`not registered: ${account.path}`);
}

/** Opens the link that was sent to the person's address, and presses the button that confirms it. */
export async function confirmByLink(visitor: Visitor, link: string): Promise<void> {
  const { pathname, search } = new URL(link);
  const asked = await visitor.get(pathname + search);
  const confirmed = await visitor.submit(asked, '$ACTION_KEY', {});
  if (!confirmed.path.includes('/confirm')) throw new Error(`not confirmed: ${confirmed.path}`);
}

/** A new person with a Justice Services Online account. @param headers sent along with each request */
export async function newClaimant(origin: string, oneKeyId?: string, headers = {}): Promise<Visitor> {
  const visitor = new Visitor(origin, headers);
  const person = newPerson();
  await registerClaimant(visitor, { ...person, oneKeyId: oneKeyId ?? person.oneKeyId });
  return visitor;
}

export type Answers = { documentType?: string; court?: string; language?: string };

/** A draft with everything but the last step. @returns its reference */
export async function prepareDraft(visitor: Visitor, claim: Blob, answers: Answers = {}): Promise<string> {
  const { documentType = 'form-14a', court = 'barrie', language = 'english' } = answers;
  const started = await visitor.submit(await visitor.get('/en/account'), '$ACTION_KEY', {});
  const draft = /D-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(started.path)?.[0];
  if (!draft) throw new Error(`no draft was started: ${started.path}`);
  const step = async (name: string, marker: string, values: Record<string, string | Blob>) => {
    const page = await visitor.submit(await visitor.get(`/en/claims/${draft}/${name}`), marker, values);
    if (page.html.includes('data-testid="error-summary"')) throw new Error(`${name} was refused`);
  };
  await step('type', 'documentType', { documentType });
  await step('court', 'court', { court });
  await step('nature', 'nature', { nature: 'contract' });
  await step('procedure', 'procedure', { procedure: 'ordinary', classProceeding: 'no' });
  await step('language', 'language', { language });
  await step('plaintiffs/new', 'lastName', { ...party, representation: 'self' });
  await step('defendants/new', 'lastName', { ...party, ...defendant, representation: 'unknown' });
  await step('documents', 'files', { files: claim });
  return draft;
}

/** Certifies and submits, and waits for the confirmation page. @returns its words */
export async function submitDraft(visitor: Visitor, draft: string): Promise<string> {
  const review = await visitor.get(`/en/claims/${draft}/review`);
  return (await visitor.submit(review, 'certify', { certify: 'on' })).html;
}

/** A statement of claim of so many pages, as a file. */
export async function claimBlob(pages = 1): Promise<Blob> {
  const pdf = await claimPdf({ title: 'STATEMENT OF CLAIM', pages });
  return new Blob([Buffer.from(pdf)], { type: 'application/pdf' });
}

/** The whole of a claim, from the draft to the receipt. @returns the filing's reference @throws if none was received */
export async function fileClaim(visitor: Visitor, pages = 1): Promise<string> {
  const page = await submitDraft(visitor, await prepareDraft(visitor, await claimBlob(pages)));
  const reference = /R-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page)?.[0];
  if (!reference) throw new Error('the claim was not received');
  return reference;
}
