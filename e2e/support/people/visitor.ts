import type { APIRequestContext, Page as BrowserPage } from '@playwright/test';

/** A person without JavaScript, over plain HTTP: keeps cookies, reads forms and sends them as a browser would. */

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };
const plain = (text: string) => text.replace(/&([a-z0-9#]+);/gi, (whole, name) => entities[name] ?? whole);

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name.replace('$', '\\$')}="([^"]*)"`).exec(tag);
  return found ? plain(found[1] ?? '') : undefined;
};

type Page = { status: number; path: string; html: string };
type Answer = { status: number; location: string | null; html: string };

export class Visitor {
  /** By name; a test may put others there. */
  readonly cookies = new Map<string, string>();
  /** Each cookie as the server set it. */
  readonly setCookies: string[] = [];

  /** @param headers sent along with each request */
  constructor(
    protected readonly origin: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The cookies as a browser sends them. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Asks for a page and follows redirects. */
  async get(path: string): Promise<Page> {
    return this.follow(await this.send(path), path);
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
      else body.append(name, value, value instanceof File ? value.name : 'claim.pdf');
    }
    const action = attribute(form.slice(0, form.indexOf('>')), 'action') || page.path;
    return this.follow(await this.send(action, body), action);
  }

  /** Asks for an address, or posts a form to it, without following redirects. */
  protected async send(path: string, form?: FormData): Promise<Answer> {
    const response = await fetch(new URL(path, this.origin), {
      ...(form && { method: 'POST', body: form }),
      redirect: 'manual',
      headers: { cookie: this.cookie, origin: this.origin, ...this.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      this.setCookies.push(line);
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    return { status: response.status, location, html: await response.text() };
  }

  private async follow({ status, location, html }: Answer, path: string): Promise<Page> {
    if (status < 300 || status >= 400 || !location) return { status, path, html };
    const { pathname, search } = new URL(location, this.origin);
    return this.get(pathname + search);
  }
}

/** Sends by a browser's own cookies: what is done here, its pages have done. */
class BrowserVisitor extends Visitor {
  constructor(
    origin: string,
    private readonly request: APIRequestContext,
  ) {
    super(origin);
  }

  protected override async send(path: string, form?: FormData): Promise<Answer> {
    const response = await this.request.fetch(new URL(path, this.origin).href, {
      ...(form && { method: 'POST', multipart: form }),
      maxRedirects: 0,
      headers: { origin: this.origin },
    });
    const location = response.headers().location ?? null;
    return { status: response.status(), location, html: await response.text() };
  }
}

/** The person behind a browser's page. */
export async function visitorOf(page: BrowserPage): Promise<Visitor> {
  const health = await page.request.get('/api/health');
  return new BrowserVisitor(new URL(health.url()).origin, page.request);
}
