import type { WrittenClaim } from '@/lib/testing/claim/written/written';

/** A piece of a document, for whatever program lays it out. */
export type Part =
  | { is: 'right' | 'centre' | 'heading' | 'left' | 'paragraph'; text: string }
  | { is: 'title'; names: string[]; mark: string }
  | { is: 'page' }
  | { is: 'gap' }
  | { is: 'backsheet'; rows: [left: string, right: string][] };

const right = (text: string): Part => ({ is: 'right', text });
const centre = (text: string): Part => ({ is: 'centre', text });
const heading = (text: string): Part => ({ is: 'heading', text });
const left = (text: string): Part => ({ is: 'left', text });
const paragraph = (text: string): Part => ({ is: 'paragraph', text });
const gap: Part = { is: 'gap' };
const page: Part = { is: 'page' };

const headings = {
  english: {
    '14A': 'STATEMENT OF CLAIM',
    '14B': 'STATEMENT OF CLAIM',
    '14C': 'NOTICE OF ACTION',
    '14D': 'STATEMENT OF CLAIM',
  },
  french: { '14A': 'DÉCLARATION', '14B': 'DÉCLARATION', '14C': 'AVIS D’ACTION', '14D': 'DÉCLARATION' },
};

/** The whole document in the order in which it is read. */
export function partsOf(claim: WrittenClaim): Part[] {
  const isFrench = claim.said.language === 'french';
  const { form } = claim.said;
  const words = { ...(isFrench ? french : english), ...claim.printed };
  return [
    right(`${words.number} ${claim.fileNumber}`),
    gap,
    ...(claim.printed.head?.map(centre) ?? [centre('ONTARIO'), heading(words.superior)]),
    gap,
    left(words.between),
    { is: 'title', names: claim.plaintiffs, mark: claim.marks[0] },
    centre(words.and),
    { is: 'title', names: claim.defendants, mark: claim.marks[1] },
    gap,
    heading(headings[claim.said.language][form]),
    ...(form === '14B' ? [centre(words.mortgage)] : []),
    ...(form === '14D' ? [centre(words.issued)] : [left(words.seal), ...words.notice(claim).map(paragraph)]),
    ...(form === '14D' ? [] : officeParts(claim, words)),
    ...toParts(claim, words),
    ...(claim.said.simplified ? [gap, paragraph(words.simplified)] : []),
    page,
    heading(words.claim),
    ...claim.relief.map((text, i) => paragraph(i === 0 && form !== '14C' ? `1. ${text}` : text)),
    ...words.facts.map(paragraph),
    ...(claim.trial ? [paragraph(`9. ${words.trial} ${claim.trial}.`)] : []),
    gap,
    left(words.date),
    gap,
    ...claim.lawyer.map((text) => (text ? left(text) : gap)),
    ...(claim.backsheet ? backsheetParts(claim, words, headings[claim.said.language][form]) : []),
  ];
}

type Words = typeof english;

function officeParts({ office }: WrittenClaim, words: Words): Part[] {
  const [first = '', ...rest] = office;
  return [gap, left(words.issuedBy), left(`${words.office} ${first}`), ...rest.map(left)];
}

function toParts({ to }: WrittenClaim, words: Words): Part[] {
  return to.flatMap((lines, i) => [
    gap,
    left(`${i === 0 ? words.to : words.andTo} ${lines[0]}`),
    ...lines.slice(1).map(left),
  ]);
}

function backsheetParts(claim: WrittenClaim, words: Words, title: string): Part[] {
  const short = (names: string[]) =>
    (names[0] ?? '').replace(/,.*| and .*| et .*/, '').replace(/^\(1\) /, '');
  const rows: [string, string][] = [
    [short(claim.plaintiffs), short(claim.defendants)],
    [claim.marks[0], claim.marks[1]],
    ['', words.number],
    ['', 'ONTARIO'],
    ['', words.superior],
    ['', `${words.commenced} ${claim.backsheet}`],
    ['', title],
    ...claim.lawyer.map((line): [string, string] => ['', line]),
  ];
  return [page, { is: 'backsheet', rows }];
}

const english = {
  number: 'Court File No.:',
  superior: 'SUPERIOR COURT OF JUSTICE',
  between: 'BETWEEN:',
  and: '- and -',
  seal: '(Court seal)',
  mortgage: '(MORTGAGE ACTION – FORECLOSURE)',
  issued: '(Notice of action issued on March 4, 2024)',
  claim: 'CLAIM',
  date: 'Date of issue: ____________________',
  issuedBy: 'Date ________________   Issued by ________________________   Local registrar',
  office: 'Address of court office:',
  to: 'TO:',
  andTo: 'AND TO:',
  commenced: 'PROCEEDING COMMENCED AT',
  trial: 'The plaintiff proposes that this action be tried at the City of',
  simplified:
    'THIS ACTION IS BROUGHT AGAINST YOU UNDER THE SIMPLIFIED PROCEDURE PROVIDED IN RULE 76 OF THE RULES OF CIVIL PROCEDURE.',
  notice: ({ said: { form } }: WrittenClaim) => [
    'TO THE DEFENDANT',
    `A LEGAL PROCEEDING HAS BEEN COMMENCED AGAINST YOU by the plaintiff. The claim made against you is set out in the ${form === '14C' ? 'statement of claim served with this notice of action' : 'following pages'}.`,
    'IF YOU WISH TO DEFEND THIS PROCEEDING, you or an Ontario lawyer acting for you must prepare a statement of defence in Form 18A prescribed by the Rules of Civil Procedure, serve it on the plaintiff’s lawyer or, where the plaintiff does not have a lawyer, serve it on the plaintiff, and file it, with proof of service, in this court office, WITHIN TWENTY DAYS after this document is served on you, if you are served in Ontario.',
    'If you are served in another province or territory of Canada or in the United States of America, the period for serving and filing your statement of defence is forty days.',
    ...(form === '14B'
      ? [
          'WHETHER OR NOT YOU SERVE A STATEMENT OF DEFENCE, you may request the right to redeem the mortgaged property by serving a Request to Redeem (Form 64A) on the plaintiff.',
        ]
      : []),
    'IF YOU FAIL TO DEFEND THIS PROCEEDING, JUDGMENT MAY BE GIVEN AGAINST YOU IN YOUR ABSENCE AND WITHOUT FURTHER NOTICE TO YOU.',
    'IF YOU PAY THE PLAINTIFF’S CLAIM, and $2,500 for costs, within the time for serving and filing your statement of defence you may move to have this proceeding dismissed by the court. If you believe the amount claimed for costs is excessive, you may pay the plaintiff’s claim and $400 for costs and have the costs assessed by the court.',
    'TAKE NOTICE: THIS ACTION WILL AUTOMATICALLY BE DISMISSED if it has not been set down for trial or terminated by any means within five years after the action was commenced unless otherwise ordered by the court.',
  ],
  facts: [
    '2. The plaintiff resides in the City of Kingston, in the Province of Ontario, and paid a deposit of $900,000.',
    '3. The defendant owed the plaintiff duties under the agreement, and the loss exceeds the limit of Rule 76 of the Rules of Civil Procedure.',
  ],
};

const french: Words = {
  number: 'No du dossier du greffe :',
  superior: 'COUR SUPÉRIEURE DE JUSTICE',
  between: 'ENTRE :',
  and: '- et -',
  seal: '(Sceau du tribunal)',
  mortgage: '(ACTION HYPOTHÉCAIRE – FORCLUSION)',
  issued: '(Avis d’action délivré le 4 mars 2024)',
  claim: 'DEMANDE',
  date: 'Date de délivrance : ____________________',
  issuedBy: 'Date ________________   Délivré par ________________________   greffier local',
  office: 'Adresse du greffe :',
  to: 'À :',
  andTo: 'ET À :',
  commenced: 'INSTANCE INTRODUITE À',
  trial: 'Le demandeur propose que l’instruction de la présente action ait lieu à',
  simplified:
    'LA PRÉSENTE ACTION EST INTENTÉE CONTRE VOUS SELON LA PROCÉDURE SIMPLIFIÉE PRÉVUE À LA RÈGLE 76 DES RÈGLES DE PROCÉDURE CIVILE.',
  notice: ({ said: { form } }) => [
    'AU DÉFENDEUR',
    `UNE INSTANCE A ÉTÉ INTRODUITE CONTRE VOUS par le demandeur. La demande présentée contre vous est énoncée dans ${form === '14C' ? 'la déclaration signifiée avec le présent avis d’action' : 'les pages suivantes'}.`,
    'SI VOUS SOUHAITEZ OPPOSER UNE DÉFENSE À L’INSTANCE, vous ou un avocat de l’Ontario vous représentant devez préparer une défense selon la formule 18A prescrite par les Règles de procédure civile, la signifier à l’avocat du demandeur et la déposer, avec la preuve de la signification, au greffe, DANS LES VINGT JOURS qui suivent la signification du présent document.',
    ...(form === '14B'
      ? [
          'QUE VOUS SIGNIFIIEZ OU NON UNE DÉFENSE, vous pouvez demander le rachat du bien hypothéqué en signifiant une demande de rachat (formule 64A).',
        ]
      : []),
    'SI VOUS NE CONTESTEZ PAS L’INSTANCE, UN JUGEMENT PEUT ÊTRE RENDU CONTRE VOUS EN VOTRE ABSENCE ET SANS QUE VOUS SOYEZ AVISÉ DE NOUVEAU.',
    'SI VOUS PAYEZ LA SOMME QUI VOUS EST RÉCLAMÉE et la somme de 2 500 $ pour les dépens, vous pouvez demander le rejet de l’instance par le tribunal. Si vous croyez que la somme réclamée pour les dépens est excessive, vous pouvez payer 400 $ pour les dépens et demander au tribunal de les liquider.',
  ],
  facts: [
    '2. Le demandeur réside dans la ville de Kingston et a versé un dépôt de 900 000 $.',
    '3. Les défendeurs ont manqué à leurs obligations; la règle 76 des Règles de procédure civile ne s’applique pas.',
  ],
};
