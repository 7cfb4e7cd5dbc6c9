// Just enough of a browser for the demo's login: cookies, redirects, and the one form of a page.

export class Browser {
  #cookies = new Map();

  // Follows redirects until one leads to the application, and returns that address.
  async follow(address, person) {
    let answer = await this.#fetch(address);
    for (let step = 0; step < 20; step++) {
      const location = answer.headers.get('location');
      if (location) {
        const next = new URL(location, answer.url);
        if (next.hostname === '127.0.0.1') return next;
        answer = await this.#fetch(next);
      } else {
        answer = await this.#submit(answer, person);
      }
    }
    throw new Error(`no way back to the application from ${address}`);
  }

  async #submit(page, person) {
    const html = await page.text();
    const form = /<form\b[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0];
    if (!form) throw new Error(`${page.status} without a form at ${page.url}: ${html}`);
    const fields = new URLSearchParams();
    for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
      if (attribute(input, 'name')) fields.set(attribute(input, 'name'), attribute(input, 'value'));
    }
    if (form.includes('name="persona"')) {
      for (const [name, value] of Object.entries(person)) fields.set(name, value);
    }
    const action = new URL(attribute(/<form\b[^>]*>/.exec(form)[0], 'action') || page.url, page.url);
    return this.#fetch(action, { method: 'POST', body: fields, headers: { origin: new URL(page.url).origin } });
  }

  async #fetch(address, options = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...options.headers, ...(cookie && { cookie }) };
    const answer = await fetch(address, { ...options, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
      this.#cookies.set(name, value);
    }
    return answer;
  }
}

function attribute(tag, name) {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value
    .replaceAll('&quot;', '"')
    .replaceAll(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, decimal) => String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
