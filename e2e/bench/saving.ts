import { strict as assert } from 'node:assert';
import type { Visitor } from '../support/people/visitor';
import { time } from './statistics';

const natures = ['contract', 'negligence'];

/** The fields of a form that the person does not see. */
const hiddenOf = (html: string) =>
  [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]): [string, string] => [
    /name="([^"]*)"/.exec(tag)?.[1] ?? '',
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);

/** How long a field takes to be saved while the person types, in milliseconds, of so many saves one after the other. */
export async function savings(
  origin: string,
  visitor: Visitor,
  draft: string,
  rounds: number,
): Promise<number[]> {
  const path = `/en/claims/${draft}/nature`;
  const each: number[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const form = new FormData();
    const { html } = await visitor.get(path);
    for (const [name, value] of hiddenOf(html)) form.set(name, value);
    form.set('path', path);
    form.set('nature', natures[n % natures.length] ?? '');
    const headers = { cookie: visitor.cookie, origin };
    const save = async () => {
      const answer = await fetch(`${origin}/api/drafts`, { method: 'POST', body: form, headers });
      assert.equal(answer.status, 200, await answer.text());
    };
    each.push(await time(save));
  }
  return each;
}
