import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { withItsScripts, withoutScripts } from '@/lib/web/prepared/document';

const page = (body: string) =>
  `<!DOCTYPE html><html lang="en-CA"><head><meta charSet="utf-8"/><link rel="preload" as="script" href="/a.js"/><link rel="modulepreload" href="/m.js"/><link rel="stylesheet" href="/a.css"/><script src="/a.js" async=""></script><title>A &amp; B</title></head><body>${body}<script>push("</p>", "é")</script><script id="x">
two</script></body></html>`;

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it('names the hash of every script in a page, and changes nothing of it', () => {
  const html = page('<p>a</p>');
  const read = withItsScripts(html);
  expect(read.html).toBe(html);
  expect(read.scriptHashes).toEqual([sha256('push("</p>", "é")'), sha256('\ntwo')]);
});

it('takes every script out of a page, and all that would load one, and leaves the rest', () => {
  const { html, scriptHashes } = withoutScripts(page('<p data-a="&quot;1">a <b>b</b> <!--$-->c</p>'));
  expect(scriptHashes).toEqual([]);
  expect(html).not.toMatch(/script|modulepreload|push/);
  expect(html).toContain('<p data-a="&quot;1">a <b>b</b> <!--$-->c</p>');
  expect(html).toContain('<link rel="stylesheet" href="/a.css">');
  expect(html).toContain('<title>A &amp; B</title>');
  expect(html).toMatch(/^<!DOCTYPE html><html lang="en-CA">/);
});

it('gives a page one script of ours instead', () => {
  const { html } = withoutScripts(page(''), '/own.js');
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/own.js" defer="">']);
});

it('takes no page that scripts put together', () => {
  const late = page('<template id="B:0"></template><div hidden id="S:0">late</div>');
  expect(() => withoutScripts(late)).toThrow('put together by scripts');
  expect(() => withItsScripts(late)).toThrow('put together by scripts');
});
