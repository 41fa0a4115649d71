import type { Example } from '../example';
import type { Audience } from './audience';

type ActionRule = {
  audience: Audience;
  /** Fields that would be taken from whoever may send them. */
  fields?: (example: Example) => Record<string, string>;
  /** Whether whoever may send the fields changes something by them: tried at the end, so that a refusal means something. */
  changes?: true;
};

const draftStep = ({ draft }: Example, step: string) => ({ draft, step });
const party = (example: Example) => ({ ...draftStep(example, 'plaintiffs'), party: example.party });
const submission = ({ draft, user }: Example) => ({
  ...{ draft, certify: 'on', key: user, promised: '2026-11-24', seen: '0'.repeat(64) },
});
const address = {
  ...{ address: '1 Main St', city: 'Barrie', country: 'CA', province: 'ON', postalCode: 'L4M 3P2' },
};

/** Every server action of the build by its file below app and its export. */
export const actions: Record<string, ActionRule> = {
  'ui/form/save-form#saveFormInLanguage': { audience: 'public' },
  'exit#exit': { audience: 'signed-in' },
  '(admin)/admin/emails/actions#resume': { audience: 'staff' },
  '(admin)/admin/approvals/[proposal]/actions#approve': {
    audience: 'registrar',
    fields: ({ proposal }) => ({ id: proposal }),
  },
  '(admin)/admin/approvals/[proposal]/actions#refuse': {
    audience: 'registrar',
    fields: ({ proposal }) => ({ id: proposal, refusalReason: 'a test' }),
    changes: true,
  },
  '(admin)/admin/approvals/[proposal]/actions#takeBack': {
    audience: 'registrar',
    fields: ({ proposal }) => ({ id: proposal }),
  },
  '(admin)/admin/filings/[reference]/corrections/actions#proposeCorrection': {
    audience: 'registrar',
    fields: ({ filing, correction }) => ({
      ...{ reference: filing, correction, ground: 'consent', correctionReason: 'a test' },
    }),
    changes: true,
  },
  '(admin)/admin/filings/[reference]/corrections/actions#discard': {
    audience: 'registrar',
    fields: ({ filing }) => ({ reference: filing }),
  },
  '(admin)/admin/filings/[reference]/restrictions/actions#proposeRestriction': {
    audience: 'registrar',
    fields: ({ filing }) => ({
      ...{ reference: filing, restriction: 'ban', orderedOn: '2026-11-23', judge: 'A Judge' },
      restrictionReason: 'a test',
    }),
    changes: true,
  },
  '(admin)/admin/filings/[reference]/restrictions/actions#proposeLifting': {
    audience: 'registrar',
    fields: ({ filing }) => ({
      ...{ reference: filing, lifted: 'ban', liftOrderedOn: '2026-11-23', liftJudge: 'A Judge' },
      liftReason: 'a test',
    }),
  },
  '(admin)/admin/calendar/actions#addYearly': {
    audience: 'registrar',
    fields: () => ({ month: '8', day: '9', fromYear: '2026', yearlyNameEn: 'Closed', yearlyNameFr: 'Fermé' }),
  },
  '(admin)/admin/calendar/actions#addDated': {
    audience: 'registrar',
    fields: () => ({ on: '2027-03-03', nameEn: 'Closed', nameFr: 'Fermé' }),
  },
  '(admin)/admin/calendar/actions#proposeClosure': {
    audience: 'registrar',
    fields: () => ({ on: '2027-03-03', nameEn: 'Closed', nameFr: 'Fermé', closureReason: 'a test' }),
    changes: true,
  },
  '(admin)/admin/calendar/actions#remove': {
    audience: 'registrar',
    fields: ({ closure }) => ({ id: closure, removalReason: 'a test' }),
    changes: true,
  },
  '(admin)/admin/calendar/actions#setOpening': {
    audience: 'registrar',
    fields: () => ({ beforeOpening: 'same-day', openingReason: 'a test' }),
    changes: true,
  },
  '(admin)/admin/outages/actions#declare': {
    audience: 'registrar',
    fields: () => ({
      ...{ startOn: '2026-11-20', startTime: '10:00', endOn: '2026-11-20', endTime: '11:00' },
      ...{ whatEn: 'Uploads', whatFr: 'Les téléversements' },
    }),
    changes: true,
  },
  '(admin)/admin/outages/actions#end': {
    audience: 'registrar',
    fields: ({ user }) => ({ outage: user, endedOn: '2026-11-20', endedTime: '11:00' }),
  },
  '(admin)/admin/outages/actions#retract': {
    audience: 'registrar',
    fields: ({ outage }) => ({ outage, retractionReason: 'a test' }),
    changes: true,
  },
  '(admin)/admin/settings/actions#proposeNotice': {
    audience: 'registrar',
    fields: () => ({
      ...{ siteNoticeEn: 'A notice', siteNoticeFr: 'Un avis', noticeFrom: '2027-06-01' },
      noticeReason: 'a test',
    }),
    changes: true,
  },
  '(admin)/admin/settings/actions#proposeFee': {
    audience: 'administrator',
    fields: () => ({ dollars: '250', feeFrom: '2027-06-01', feeReason: 'a test' }),
    changes: true,
  },
  '(admin)/admin/settings/actions#proposeLimits': {
    audience: 'administrator',
    fields: () => ({
      ...{ smallClaims: '60000', simplified: '250000', limitsFrom: '2027-06-01' },
      limitsReason: 'a test',
    }),
  },
  '(admin)/admin/settings/actions#proposeTerms': {
    audience: 'administrator',
    fields: () => ({
      ...{ termsEn: '# Terms', termsFr: '# Conditions', termsFrom: '2027-06-01' },
      termsReason: 'a test',
    }),
  },
  '(admin)/admin/settings/natures/actions#proposeNature': {
    audience: 'registrar',
    fields: () => ({
      ...{ natureCode: 'data-breach', natureEn: 'Data breach', natureFr: 'Atteinte aux données' },
      ...{ countsAs: 'economicInjury', natureOffered: 'yes', natureFrom: '2027-06-01' },
      natureReason: 'a test',
    }),
    changes: true,
  },
  '(admin)/admin/calendar/names/actions#proposeName': {
    audience: 'registrar',
    fields: () => ({
      ...{ nameCode: 'snow', keptNameEn: 'Snow', keptNameFr: 'Neige', nameOffered: 'yes' },
      ...{ nameFrom: '2027-06-01', keptNameReason: 'a test' },
    }),
    changes: true,
  },
  '(admin)/admin/courts/[court]/actions#proposeCourt': {
    audience: 'registrar',
    fields: () => ({
      court: 'barrie',
      countyEn: 'County of Simcoe',
      countyFr: 'comté de Simcoe',
      acceptsFrom: '2020-01-01',
      acceptsUntil: '',
      noticeEn: 'A notice',
      noticeFr: 'Un avis',
      address: '75 Mulcaster Street, Barrie ON L4M 3P2',
      courtFrom: '2027-06-01',
      courtReason: 'a test',
    }),
    changes: true,
  },
  '(admin)/admin/issuing-actions#resume': { audience: 'registrar' },
  '(admin)/admin/issuing-actions#stop': {
    audience: 'registrar',
    fields: () => ({ stopReason: 'a test' }),
    changes: true,
  },
  '(admin)/admin/paper/actions#enter': {
    audience: 'staff',
    fields: ({ draft }) => ({
      ...{ ...address, draft, receivedOn: '2026-11-23', receivedTime: '09:00', kind: 'individual' },
      ...{ lastName: 'Roy', firstName: 'Ann', phone: '416 555 0100', lateReason: 'a test' },
    }),
  },
  '(admin)/admin/emails/[id]/actions#retry': {
    audience: 'staff',
    fields: ({ failedMail }) => ({ id: failedMail }),
    changes: true,
  },
  '(admin)/admin/filings/actions#search': {
    audience: 'staff',
    fields: () => ({ typed: 'Marker', searchName: 'a test', save: 'yes' }),
    changes: true,
  },
  '(admin)/admin/filings/actions#forget': {
    audience: 'staff',
    fields: ({ savedSearch }) => ({ saved: savedSearch }),
  },
  '(admin)/admin/filings/[reference]/desk/actions#assign': {
    audience: 'staff',
    fields: ({ heldFiling }) => ({ reference: heldFiling, seen: '', act: 'take' }),
    changes: true,
  },
  '(admin)/admin/filings/[reference]/desk/actions#write': {
    audience: 'staff',
    fields: ({ heldFiling }) => ({ reference: heldFiling, note: 'a test' }),
    changes: true,
  },
  '(admin)/admin/filings/[reference]/desk/actions#resend': {
    audience: 'staff',
    fields: ({ failedMail }) => ({ mail: failedMail, email: 'elsewhere@example.org' }),
  },
  '(admin)/admin/emails/actions#search': {
    audience: 'staff',
    // The form shows again what was typed: a beginning, which is not the address itself.
    fields: () => ({ typed: 'marker-owner@' }),
  },
  '(admin)/admin/emails/[id]/actions#readdress': {
    audience: 'staff',
    fields: ({ failedMail }) => ({ id: failedMail, email: 'right@example.org', addressReason: 'a test' }),
  },
  '(admin)/admin/emails/[id]/actions#stop': {
    audience: 'staff',
    fields: ({ failedMail }) => ({ id: failedMail, stopReason: 'a test' }),
  },
  '(admin)/admin/filings/[reference]/hold-actions#hold': {
    audience: 'staff',
    fields: ({ heldFiling }) => ({ reference: heldFiling, chosenReason: 'corrupt', holdNote: 'a test' }),
  },
  '(admin)/admin/filings/[reference]/hold-actions#holdAnew': {
    audience: 'staff',
    fields: ({ heldFiling }) => ({
      ...{ reference: heldFiling, chosenReason: 'corrupt', holdNote: 'a test', seenReason: 'no-place' },
    }),
  },
  '(admin)/admin/work/actions#assign': {
    audience: 'staff',
    fields: ({ filing }) => ({ work: `take hold ${filing} -` }),
    changes: true,
  },
  '(admin)/admin/work/hold-reasons/actions#keep': {
    audience: 'registrar',
    fields: () => ({
      ...{ reasonCode: 'page-missing', wordsEn: 'A page is missing.', wordsFr: 'Il manque une page.' },
      ...{ remedy: 'replacement', activeFrom: '2027-03-03', keepingReason: 'a test' },
    }),
    changes: true,
  },
  '(admin)/admin/work/hold-reasons/actions#end': {
    audience: 'registrar',
    fields: ({ user }) => ({ endedReason: user, endsOn: '2027-03-03', endingReason: 'a test' }),
  },
  '(admin)/admin/filings/[reference]/actions#redate': {
    audience: 'registrar',
    fields: ({ heldFiling }) => ({ reference: heldFiling, issueOn: '2026-12-01', redatingReason: 'a test' }),
    changes: true,
  },
  '(admin)/admin/filings/[reference]/actions#proposeWithdrawal': {
    audience: 'registrar',
    fields: ({ heldFiling }) => ({
      ...{ reference: heldFiling, basis: 'request', basisOn: '2026-11-20' },
      withdrawalReason: 'a test',
    }),
    changes: true,
  },
  '(admin)/admin/filings/[reference]/actions#decide': {
    audience: 'registrar',
    fields: ({ substitute }) => ({ substitute, decision: 'refuse', decisionReason: 'a test' }),
  },
  '(admin)/admin/filings/[reference]/actions#retry': {
    audience: 'staff',
    fields: ({ heldFiling }) => ({ reference: heldFiling }),
  },
  '(admin)/admin/filings/[reference]/actions#release': {
    audience: 'staff',
    fields: ({ heldFiling }) => ({ reference: heldFiling }),
  },
  '(justice)/transactions/[reference]/actions#withdraw': {
    audience: 'draft',
    fields: ({ heldFiling }) => ({ reference: heldFiling, confirm: 'on' }),
    changes: true,
  },
  '(justice)/transactions/[reference]/actions#sendMailAgain': {
    audience: 'filing',
    fields: ({ failedMail }) => ({ id: failedMail, email: 'elsewhere@example.org' }),
  },
  '(justice)/transactions/[reference]/actions#copy': {
    audience: 'draft',
    fields: ({ filing }) => ({ reference: filing }),
    changes: true,
  },
  '(justice)/transactions/[reference]/court-file/actions#begin': {
    audience: 'draft',
    fields: ({ filing }) => ({ reference: filing, laterKind: 'affidavit-of-service' }),
    changes: true,
  },
  '(justice)/later-documents/[draft]/actions#submit': {
    audience: 'draft',
    fields: submission,
  },
  '(justice)/transactions/search-actions#search': { audience: 'signed-in' },
  '(admin)/admin/first/actions#accept': { audience: 'public' },
  '(admin)/admin/audit/actions#search': { audience: 'administrator' },
  '(admin)/admin/users/actions#search': { audience: 'administrator', fields: () => ({ typed: 'marker' }) },
  '(justice)/account/actions#start': { audience: 'signed-in', changes: true },
  '(justice)/claims/[draft]/actions#stayAlive': { audience: 'signed-in' },
  '(justice)/claims/[draft]/actions#leaveStep': {
    audience: 'draft',
    fields: (example) => ({ ...draftStep(example, 'nature'), nature: 'negligence' }),
    changes: true,
  },
  '(justice)/claims/[draft]/[parties]/actions#leaveParties': {
    audience: 'draft',
    fields: (example) => draftStep(example, 'plaintiffs'),
  },
  '(justice)/claims/[draft]/[parties]/actions#leaveParty': {
    audience: 'draft',
    fields: (example) => ({
      ...party(example),
      kind: 'person',
      lastName: 'Changed',
      firstName: 'A',
      ...address,
    }),
    changes: true,
  },
  '(justice)/claims/[draft]/[parties]/actions#remove': { audience: 'draft', fields: party, changes: true },
  '(justice)/claims/[draft]/check/actions#confirm': {
    audience: 'draft',
    fields: ({ draft }) => ({ draft, nature: 'contract' }),
    changes: true,
  },
  '(justice)/saved-parties/actions#change': {
    audience: 'draft',
    fields: ({ saved }) => ({
      ...{ saved, kind: 'person', lastName: 'Changed', firstName: 'A', representation: 'self' },
      ...address,
    }),
    changes: true,
  },
  '(justice)/saved-parties/actions#remove': {
    audience: 'draft',
    fields: ({ saved }) => ({ saved }),
    changes: true,
  },
  '(justice)/claims/[draft]/start/actions#chooseClaim': {
    audience: 'draft',
    fields: ({ draft, document }) => ({ draft, document }),
  },
  '(justice)/claims/[draft]/documents/actions#leaveDocuments': {
    audience: 'draft',
    fields: (example) => draftStep(example, 'documents'),
  },
  '(justice)/mended-copies/actions#mend': {
    audience: 'draft',
    fields: ({ document }) => ({ document }),
  },
  '(justice)/mended-copies/actions#choose': {
    audience: 'draft',
    fields: ({ document }) => ({ document, use: 'mended' }),
    changes: true,
  },
  '(justice)/claims/[draft]/documents/actions#remove': {
    audience: 'draft',
    fields: ({ draft, document }) => ({ draft, document }),
    changes: true,
  },
  '(justice)/claims/[draft]/documents/actions#cancelUpload': {
    audience: 'draft',
    fields: ({ draft }) => ({ draft, name: 'claim.pdf' }),
  },
  '(justice)/claims/[draft]/review/actions#submit': {
    audience: 'draft',
    fields: submission,
  },
  '(justice)/contact-information/actions#save': { audience: 'signed-in' },
  '(justice)/contact-information/actions#saveUsualAnswers': { audience: 'signed-in' },
  '(justice)/contact-information/copies/actions#add': { audience: 'signed-in' },
  '(justice)/contact-information/copies/actions#again': { audience: 'signed-in' },
  '(justice)/contact-information/copies/actions#remove': { audience: 'signed-in' },
  '(justice)/drafts/actions#remove': {
    audience: 'draft',
    fields: ({ draft }) => ({ draft }),
    changes: true,
  },
  '(justice)/drafts/actions#restore': { audience: 'draft', fields: ({ draft }) => ({ draft }) },
  '(justice)/register/contact/actions#register': { audience: 'signed-in' },
  '(justice)/register/terms/actions#accept': { audience: 'signed-in', fields: () => ({ agree: 'on' }) },
  '(one-key)/recover/actions#chooseTrouble': { audience: 'public' },
  '(one-key)/recover/actions#begin': { audience: 'public' },
  '(one-key)/recover/actions#sendIds': { audience: 'public' },
  '(one-key)/recover/actions#checkAnswers': { audience: 'public' },
  '(one-key)/recover/actions#enterCode': { audience: 'public' },
  '(one-key)/recover/actions#choosePassword': { audience: 'public' },
  '(one-key)/recover/actions#sendIdsAndGoOn': { audience: 'public' },
  '(one-key)/confirm-email/actions#confirm': { audience: 'public' },
  '(one-key)/undo-email/actions#undo': { audience: 'public' },
  '(one-key)/confirm/actions#confirmPasskey': { audience: 'signed-in' },
  '(one-key)/confirm/actions#confirmRecoveryCode': { audience: 'signed-in' },
  '(one-key)/confirm/actions#confirmCode': { audience: 'signed-in' },
  '(one-key)/confirm/actions#confirmPassword': { audience: 'signed-in' },
  '(one-key)/two-step/actions#begin': { audience: 'signed-in' },
  '(one-key)/two-step/actions#finish': { audience: 'signed-in' },
  '(one-key)/two-step/actions#dropAuthenticator': { audience: 'signed-in' },
  '(one-key)/two-step/actions#keepPasskey': { audience: 'signed-in' },
  '(one-key)/two-step/actions#dropPasskey': { audience: 'signed-in' },
  '(one-key)/two-step/actions#makeCodes': { audience: 'signed-in' },
  '(one-key)/two-step/actions#haveSavedCodes': { audience: 'signed-in' },
  '(one-key)/second-step/actions#giveCode': { audience: 'public' },
  '(one-key)/second-step/actions#giveRecoveryCode': { audience: 'public' },
  '(one-key)/second-step/actions#givePasskey': { audience: 'public' },
  '(one-key)/sign-in/actions#signInWithPasskey': { audience: 'public' },
  '(one-key)/passkey-asking#askAnyPasskey': { audience: 'public' },
  '(one-key)/passkey-asking#askOwnPasskey': { audience: 'public' },
  '(one-key)/passkey-asking#askNewPasskey': { audience: 'public' },
  '(one-key)/close-account/actions#close': { audience: 'signed-in' },
  '(one-key)/sessions/actions#end': { audience: 'draft', fields: ({ session }) => ({ session }) },
  '(one-key)/sessions/actions#endOthers': { audience: 'signed-in' },
  '(one-key)/recovery-info/actions#savePassword': { audience: 'signed-in' },
  '(one-key)/recovery-info/actions#saveEmail': { audience: 'signed-in' },
  '(one-key)/recovery-info/actions#saveQuestions': { audience: 'signed-in' },
  '(one-key)/sign-in/actions#signIn': { audience: 'public' },
  '(one-key)/sign-up/actions#signUp': { audience: 'public' },
  '(public)/verify/actions#checkFile': { audience: 'public' },
  '(public)/verify/actions#checkNumber': { audience: 'public' },
  '(one-key)/recovery-info/actions#sendLinkAgain': { audience: 'signed-in' },
  '(justice)/contact-information/actions#sendLinkAgain': { audience: 'signed-in' },
  '(admin)/admin/users/[user]/actions#holdAccount': {
    audience: 'administrator',
    fields: ({ user }) => ({ user, held: 'yes', holdReason: 'a test' }),
    changes: true,
  },
  '(admin)/admin/users/[user]/actions#endSessions': {
    audience: 'administrator',
    fields: ({ user }) => ({ user }),
    changes: true,
  },
  '(admin)/admin/users/[user]/actions#endOneSession': {
    audience: 'administrator',
    fields: ({ user, session }) => ({ user, session }),
  },
  '(admin)/admin/users/[user]/actions#giveHalf': {
    audience: 'administrator',
    fields: ({ user }) => ({ user, identity: 'a test' }),
    changes: true,
  },
  '(admin)/admin/recoveries/[recovery]/actions#confirm': {
    audience: 'registrar',
    fields: ({ recovery }) => ({ recovery }),
  },
  '(admin)/admin/recoveries/[recovery]/actions#end': {
    audience: 'registrar',
    fields: ({ recovery }) => ({ recovery }),
  },
  // Last: whoever is locked out can do nothing more.
  '(admin)/admin/users/[user]/actions#lock': {
    audience: 'administrator',
    fields: ({ user }) => ({ user, locked: 'yes', lockReason: 'a test' }),
    changes: true,
  },
  '(admin)/admin/users/[user]/actions#giveRole': {
    audience: 'administrator',
    fields: ({ user }) => ({ user, role: 'administrator' }),
  },
};
