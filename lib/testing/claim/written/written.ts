/** A claim as somebody may write it, of our own making, with what it says. */
export type Said = {
  form: '14A' | '14B' | '14C' | '14D';
  language: 'english' | 'french';
  court: string | null;
  simplified: boolean;
  /** In dollars. */
  amount: number | null;
  /** Role, kind, name as printed; after the name what says the capacity, if anything does. */
  parties: [
    role: 'plaintiff' | 'defendant',
    kind: 'person' | 'organisation',
    name: string,
    capacity?: string,
  ][];
  /** Numbers of the lawyers. */
  lawyers: string[];
};

/** Words of the form that this claim prints otherwise. */
type Printed = Partial<Record<'number' | 'between' | 'and' | 'commenced' | 'claim' | 'trial', string>> & {
  /** Lines of the heading. */
  head?: string[];
};

export type WrittenClaim = {
  name: string;
  printed: Printed;
  /** Lines of the title as they are printed. */
  plaintiffs: string[];
  defendants: string[];
  marks: [plaintiff: string, defendant: string];
  /** What the first paragraph of the claim says. */
  relief: string[];
  /** Of the court office; none where only the backsheet says it. */
  office: string[];
  backsheet: string | null;
  trial: string | null;
  lawyer: string[];
  to: string[][];
  fileNumber: string;
  said: Said;
};

const parts = {
  english: {
    marks: ['Plaintiff', 'Defendant'],
    relief: [
      'The plaintiff claims:',
      '(a) damages for breach of contract in the amount of $250,000.00;',
      '(b) prejudgment and postjudgment interest under the Courts of Justice Act, R.S.O. 1990, c. C.43; and',
      '(c) the costs of this action, fixed at $15,000, plus all applicable taxes.',
    ],
    office: ['393 University Avenue, 10th Floor', 'Toronto, ON M5G 1E6'],
    lawyer: [
      'ROE & DOE LLP',
      'Barristers and Solicitors',
      '100 King Street West, Suite 3400',
      'Toronto, ON M5X 1A4',
      '',
      'Jane Advocate (LSO# 54321K)',
      'Tel: 416-555-0134',
      'jadvocate@roedoe.example',
      '',
      'Lawyers for the Plaintiff',
    ],
  },
  french: {
    marks: ['demandeur', 'défendeur'],
    relief: [
      'Le demandeur demande :',
      'a) des dommages-intérêts de 250 000 $ pour rupture de contrat;',
      'b) les intérêts antérieurs et postérieurs au jugement conformément à la Loi sur les tribunaux judiciaires;',
      'c) ses dépens de l’action, soit 15 000 $.',
    ],
    office: ['161, rue Elgin, 2e étage', 'Ottawa (Ontario) K2P 2K1'],
    lawyer: [
      'TREMBLAY ROY s.r.l.',
      'Avocats',
      '50, rue O’Connor, bureau 300',
      'Ottawa (Ontario) K1P 6L2',
      '',
      'Luc Tremblay (no du Barreau : 45678D)',
      'Tél. : 613 555-0145',
      'ltremblay@tr.example',
      '',
      'Avocats du demandeur',
    ],
  },
} as const;

type Given = Pick<WrittenClaim, 'name' | 'plaintiffs' | 'defendants'> &
  Partial<Omit<WrittenClaim, 'said'>> & { said: Partial<Said> & Pick<Said, 'parties'> };

/** A claim of these parties; what is not given is as in most claims of its language. */
export function written({ said, ...given }: Given): WrittenClaim {
  const language = said.language ?? 'english';
  const usual = parts[language];
  const place = language === 'english' ? 'Toronto' : 'Ottawa';
  return {
    marks: [...usual.marks],
    relief: [...usual.relief],
    office: [...usual.office],
    backsheet: place,
    trial: null,
    lawyer: [...usual.lawyer],
    to: [],
    fileNumber: '',
    printed: {},
    ...given,
    said: {
      form: '14A',
      language,
      court: place,
      simplified: false,
      amount: 250_000,
      lawyers: [language === 'english' ? '54321K' : '45678D'],
      ...said,
    },
  };
}
