import { Visitor } from '../support/visitor';

/** A self-represented person over plain HTTP: what the bench does again and again. */

const address = {
  address: '12 Example Street',
  city: 'Barrie',
  country: 'CA',
  province: 'ON',
  postalCode: 'L4M 3P2',
};

const person = { kind: 'person', lastName: 'Tremblay', firstName: 'Zoe', ...address };

/** Registers a new person up to My account. */
export async function newClaimant(
  origin: string,
  n: number,
  oneKeyId = `bench-${Date.now().toString(36)}-${n}`,
): Promise<Visitor> {
  const visitor = new Visitor(origin);
  const password = 'seven green boats at noon';
  const signUp = await visitor.get('/en/sign-up');
  await visitor.submit(signUp, 'oneKeyId', {
    oneKeyId,
    password,
    confirmPassword: password,
    acceptTerms: 'on',
    question1: 'firstPet',
    answer1: 'Biscuit',
    question2: 'birthCity',
    answer2: 'Cobourg',
    question3: 'firstSchool',
    answer3: 'Maple Street',
    email: '',
  });
  const contact = await visitor.submit(await visitor.get('/en/register/terms'), 'agree', { agree: 'on' });
  const reach = { phone: '705-555-0123', email: `bench-${n}@example.org`, extension: '', fax: '', firm: '' };
  await visitor.submit(contact, 'lastName', { ...person, ...reach, kind: 'individual' });
  return visitor;
}

/** A draft with everything but the last step. @returns its reference */
export async function prepareDraft(visitor: Visitor, claim: Blob): Promise<string> {
  const started = await visitor.submit(await visitor.get('/en/account'), '$ACTION_KEY', {});
  const draft = /D-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(started.path)?.[0];
  if (!draft) throw new Error(`no draft was started: ${started.path}`);
  const step = async (name: string, marker: string, values: Record<string, string | Blob>) => {
    const page = await visitor.submit(await visitor.get(`/en/claims/${draft}/${name}`), marker, values);
    if (page.html.includes('data-testid="error-summary"')) throw new Error(`${name} was refused`);
  };
  await step('type', 'documentType', { documentType: 'form-14a' });
  await step('court', 'court', { court: 'barrie' });
  await step('nature', 'nature', { nature: 'contract' });
  await step('procedure', 'procedure', { procedure: 'ordinary', classProceeding: 'no' });
  await step('language', 'language', { language: 'english' });
  const party = { ...person, underDisability: 'no' };
  await step('plaintiffs/new', 'lastName', { ...party, representation: 'self' });
  await step('defendants/new', 'lastName', { ...party, lastName: 'Roy', representation: 'unknown' });
  await step('documents', 'file', { file: claim });
  return draft;
}

/** Certifies and submits, and waits for the confirmation page. @returns its words */
export async function submitDraft(visitor: Visitor, draft: string): Promise<string> {
  const review = await visitor.get(`/en/claims/${draft}/review`);
  return (await visitor.submit(review, 'certify', { certify: 'on' })).html;
}
