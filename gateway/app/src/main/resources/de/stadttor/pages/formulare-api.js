// The forms' administration of the desk's API (openapi/desk.yaml, tag forms).
const FORMS = "/api/desk/v1/forms";

/** Something that was refused: title for people, errors by JSON pointer into the definition. */
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
export function deskApi(token, language) {
  const call = async (path, { method = "GET", body, tag } = {}) => {
    const headers = { Authorization: `Bearer ${await token()}`, "Accept-Language": language() };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (tag) headers["If-Match"] = tag;
    if (method !== "GET") headers["Idempotency-Key"] = crypto.randomUUID();
    const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const content = answer.status === 204 ? null : await answer.json().catch(() => ({ title: answer.statusText }));
    if (!answer.ok) throw new Refused({ ...content, status: answer.status });
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
  const of = (form) => `${FORMS}/${encodeURIComponent(form)}`;
  return {
    forms: () => all(FORMS),
    queues: () => all("/api/desk/v1/queues"),
    versions: (form) => all(`${of(form)}/versions`),
    read: (form) => call(of(form)),
    readVersion: (form, version) => call(`${of(form)}/versions/${version}`),
    save: (form, body, tag, days) => call(`${of(form)}?olderAcceptedDays=${days}`, { method: "PUT", body, tag }),
    withdraw: (form, tag) => call(`${of(form)}/withdrawal`, { method: "PUT", tag }),
    offerAgain: (form, tag) => call(`${of(form)}/withdrawal`, { method: "DELETE", tag }),
    exported: (form) => call(`${of(form)}/export`),
    tryImport: (file) => call("/api/desk/v1/form-imports?dryRun=true", { method: "POST", body: file }),
    import: (file, tag) => call("/api/desk/v1/form-imports", { method: "POST", body: file, tag }),
  };
}
