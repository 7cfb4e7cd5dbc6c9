// Calls of the desk's API by its pages: the token in each, problems as what they say to people.

/** Something that was refused: title for people, errors by JSON pointer into what was sent. */
export class Refused extends Error {
  constructor({ title, status, errors }) {
    super(title);
    this.status = status;
    this.errors = errors ?? [];
  }
}

/**
 * @param {() => Promise<string>} token for the desk's API
 * @param {() => string} language of what the answers say to people
 */
export function deskCalls(token, language) {
  const fetched = async (path, { method = "GET", body, tag } = {}) => {
    const headers = { Authorization: `Bearer ${await token()}`, "Accept-Language": language() };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (tag) headers["If-Match"] = tag;
    if (method !== "GET") headers["Idempotency-Key"] = crypto.randomUUID();
    const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    if (answer.ok) return answer;
    throw new Refused({ ...(await answer.json().catch(() => ({ title: answer.statusText }))), status: answer.status });
  };
  const call = async (path, asked) => {
    const answer = await fetched(path, asked);
    const content = answer.status === 204 ? null : await answer.json();
    return { content, tag: answer.headers.get("ETag") };
  };
  const all = async (path) => {
    const items = [];
    for (let next = ""; next !== null; ) {
      const { content } = await call(`${path}?limit=100${next && `&cursor=${encodeURIComponent(next)}`}`);
      items.push(...content.items);
      next = content.next;
    }
    return items;
  };
  return { fetched, call, all };
}
