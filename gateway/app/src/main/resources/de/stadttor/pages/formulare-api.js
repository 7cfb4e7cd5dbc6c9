// The forms' administration of the desk's API (openapi/desk.yaml, tag forms).
import { deskCalls } from "./desk-api.js";

const FORMS = "/api/desk/v1/forms";

/**
 * @param {() => Promise<string>} token for the desk's API
 * @param {() => string} language of what the answers say to people
 */
export function deskApi(token, language) {
  const { call, all } = deskCalls(token, language);
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
