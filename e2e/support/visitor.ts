/** A person without JavaScript, over plain HTTP: keeps cookies, reads forms and sends them as a browser would. */

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };
const plain = (text: string) => text.replace(/&([a-z0-9#]+);/gi, (whole, name) => entities[name] ?? whole);

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name.replace('$', '\\$')}="([^"]*)"`).exec(tag);
  return found ? plain(found[1] ?? '') : undefined;
};

type Page = { status: number; path: string; html: string };

export class Visitor {
  /** By name; a test may put others there. */
  readonly cookies = new Map<string, string>();

  /** @param headers sent along with each request */
  constructor(
    private readonly origin: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** Asks for a page and follows redirects. */
  async get(path: string): Promise<Page> {
    return this.follow(await this.send(path, {}), path);
  }

  /** Fills in the form of a page that has a field called `marker`, sends it, and follows redirects. */
  async submit(page: Page, marker: string, values: Record<string, string | Blob>): Promise<Page> {
    const form = page.html
      .split('<form')
      .slice(1)
      .map((rest) => rest.slice(0, rest.indexOf('</form>')))
      .find((text) => text.includes(`name="${marker}"`));
    if (!form) throw new Error(`no form with ${marker} on ${page.path} (status ${page.status})`);
    const body = new FormData();
    for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const name = attribute(tag, 'name');
      if (name && !(name in values)) body.append(name, attribute(tag, 'value') ?? '');
    }
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'string') body.append(name, value);
      else body.append(name, value, 'claim.pdf');
    }
    const action = attribute(form.slice(0, form.indexOf('>')), 'action') || page.path;
    return this.follow(await this.send(action, { method: 'POST', body }), action);
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.origin), {
      ...init,
      redirect: 'manual',
      headers: { ...this.headers, cookie, origin: this.origin },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  private async follow(response: Response, path: string): Promise<Page> {
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location) {
      await response.arrayBuffer();
      return this.get(new URL(location, this.origin).href.slice(this.origin.length));
    }
    return { status: response.status, path, html: await response.text() };
  }
}
