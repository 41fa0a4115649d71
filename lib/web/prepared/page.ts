import type { PublicMarks } from '@/lib/data/court/public-facts';
import { nextBoundary } from '@/lib/domain/court/calendar';
import { courtClockIsSet, courtNow } from '@/lib/services/clock';
import { preparedPolicy } from '@/lib/web/http/security-headers';
import { withItsScripts, withoutScripts } from '@/lib/web/prepared/document';
import type { FreshFacts } from '@/lib/web/prepared/fresh-facts';
import type { PreparedKind } from '@/lib/web/prepared/pages';
import type { Made } from '@/lib/web/prepared/preparing';
import { Variants } from '@/lib/web/prepared/variants';

/** The path of the script that renews the date promise. */
const promiseScript = '/date-promise.js';

/** A page as it is kept, with what must still be so for it to be true. */
export type KeptPage = {
  variants: Variants;
  headers: Readonly<Record<string, string>>;
  /** It is true from the instant when it was begun, and before this one, both by the court's clock in ms. */
  from: number;
  until: number;
  marks: PublicMarks | undefined;
};

/** What a shared cache may do. What shows a date is asked for each time, by its tag. */
const caching = { dated: 'public, no-cache', other: 'public, max-age=0, s-maxage=60' };

/** The framework's answers by what it reads of a request; cookies count where a form may hold what they saved. */
const vary =
  'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding';

const minuteMs = 60_000;

/** What stands on every page, whatever else it shows. */
const everywhere = ['announcements'] as const;

/** Until when a page holds that is made at an instant. The banner of a court's clock that was set tells its minute. */
function endOf(from: Date, isDated: boolean | undefined): number {
  const boundary = isDated ? nextBoundary(from).getTime() : Number.POSITIVE_INFINITY;
  const minute = (Math.floor(from.getTime() / minuteMs) + 1) * minuteMs;
  return courtClockIsSet ? Math.min(boundary, minute) : boundary;
}

/** The links to other languages and to styles, but to no scripts. */
const withoutScriptLinks = (link: string) =>
  link
    .split(/,\s*(?=<)/)
    .filter((one) => !/as="?script/.test(one))
    .join(', ');

/** One page of one language: made by the framework, kept, and made again once it is no longer true. */
export class PreparedPage {
  readonly hasForm: boolean;
  readonly #needsDatabase: boolean;
  #kept: KeptPage | undefined;
  #making: Promise<void> | undefined;

  constructor(
    private readonly path: string,
    readonly kind: PreparedKind,
    private readonly facts: FreshFacts,
    private readonly make: (path: string) => Promise<Made | null>,
  ) {
    this.hasForm = kind.scripts === 'framework';
    // While the database is away nobody shall fill in a form that cannot be sent.
    this.#needsDatabase = this.hasForm || kind.facts !== undefined;
  }

  /** The page, if it is known without waiting to be true now. */
  get known(): KeptPage | undefined {
    return this.#isTrue(this.#kept, this.facts.known) ? this.#kept : undefined;
  }

  /** The page as it is true now, made again where it is not; undefined where the framework must answer itself. */
  async renewed(): Promise<KeptPage | undefined> {
    for (let times = 0; times < 3; times += 1) {
      const marks = await this.facts.fresh();
      if (this.#needsDatabase && !marks) return undefined;
      if (this.#isTrue(this.#kept, marks) || this.#isBest(marks)) return this.#kept;
      this.#making ??= this.#makeAnew(marks).finally(() => {
        this.#making = undefined;
      });
      await this.#making;
      if (!this.#kept) return undefined;
    }
    return undefined;
  }

  #isTrue(kept: KeptPage | undefined, marks: PublicMarks | undefined): boolean {
    if (!kept || !marks || !this.#isInTime(kept)) return false;
    return [...everywhere, ...(this.kind.facts ?? [])].every((fact) => kept.marks?.[fact] === marks[fact]);
  }

  #isInTime({ from, until }: KeptPage): boolean {
    const now = courtNow().getTime();
    return now >= from && now < until;
  }

  /** Whether what is kept is the best there is: nobody knows what is announced, and the page shows nothing else of the database. */
  #isBest(marks: PublicMarks | undefined): boolean {
    return !marks && this.#kept !== undefined && this.#isInTime(this.#kept);
  }

  async #makeAnew(marks: PublicMarks | undefined): Promise<void> {
    const from = courtNow();
    const made = await this.make(this.path);
    this.#kept = made ? this.#keep(made, from, marks) : undefined;
  }

  #keep({ html, link }: Made, from: Date, marks: PublicMarks | undefined): KeptPage {
    const { scripts, isDated } = this.kind;
    const own = scripts === 'promise' ? promiseScript : undefined;
    const page = this.hasForm ? withItsScripts(html) : withoutScripts(html, own);
    const links = this.hasForm ? link : withoutScriptLinks(link);
    return {
      variants: new Variants(page.html),
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': preparedPolicy(scripts === 'none' ? [] : [`'self'`, ...page.scriptHashes]),
        'cache-control': isDated || courtClockIsSet ? caching.dated : caching.other,
        vary: this.hasForm ? `${vary}, Cookie` : vary,
        ...(links && { link: links }),
      },
      from: from.getTime(),
      until: endOf(from, isDated),
      marks,
    };
  }
}
