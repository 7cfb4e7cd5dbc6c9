// The page of a form: draws it, keeps a draft, sends it once, shows the receipt.
import { element } from "./elements.js";
import { formView } from "./form-view.js";
import { inLanguage } from "./form-fields.js";
import { draftOf } from "./formular-draft.js";
import { proofOf } from "./formular-proof.js";
import { receiptView } from "./formular-receipt.js";
import { send } from "./formular-sending.js";
import { otherThan, pageTexts, usualLanguage } from "./formular-texts.js";

const $ = (id) => document.getElementById(id);
const form = decodeURIComponent(location.pathname.split("/")[2]);
const levels = ["basic", "low", "substantial", "high"];
const proof = proofOf(form);
const page = { language: usualLanguage(), definition: null, draft: null, id: null, view: null, sending: false };

await start();

async function start() {
  speak();
  $("language").addEventListener("click", changeLanguage);
  const answer = await fetch(`/formular/${encodeURIComponent(form)}/definition`).catch(() => null);
  if (!answer?.ok) return tell(answer?.status === 404 ? words().unknown : words().broken);
  page.definition = await answer.json();
  page.draft = draftOf(page.definition);
  const kept = page.draft.read();
  page.id = kept?.id ?? crypto.randomUUID();
  show(kept?.fields, { name: page.definition.visitor?.name ?? undefined, ...kept?.citizen });
  tell(kept ? (kept.files ? words().restoredFiles : words().restored) : "");
  addEventListener("pagehide", keep);
}

function words() {
  return pageTexts(page.language);
}

function tell(text, ...more) {
  $("notice").replaceChildren(text, ...more);
  $("notice").hidden = text === "";
}

function speak() {
  document.documentElement.lang = page.language;
  $("language").textContent = words().other;
  $("language").lang = otherThan(page.language);
}

function changeLanguage() {
  page.language = otherThan(page.language);
  speak();
  if (!page.view) return;
  const chosen = page.view.element.querySelector("input[type=file]")?.files;
  show(page.view.values(), page.view.contact());
  if (chosen) page.view.element.querySelector("input[type=file]").files = chosen;
  tell("");
}

function show(fields, contact) {
  const { definition, language } = page;
  const texts = inLanguage(definition.texts, language);
  page.view = formView(definition, language, fields, contact);
  $("title").textContent = texts.title;
  document.title = texts.title;
  $("visitor").textContent = definition.visitor ? words().loggedIn(definition.visitor) : "";
  $("page").replaceChildren(...asked(texts));
}

function asked(texts) {
  const lead = texts.description ? element("p", { class: "lead" }, texts.description) : null;
  const filled = element("form", { novalidate: true }, page.view.element, trap(), privacy(texts), drafts(), actions(), progress());
  filled.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  filled.addEventListener("input", keepSoon);
  filled.addEventListener("focusin", () => page.definition.visitor || needsLogin() || proof.begin(), { once: true });
  return [lead, needsLogin() ? loginNotice() : null, filled].filter(Boolean);
}

function needsLogin() {
  const { visitor, submitLevel } = page.definition;
  return levels.indexOf(visitor?.assuranceLevel ?? "basic") < levels.indexOf(submitLevel);
}

function loginNotice() {
  const { submitLevel, files } = page.definition;
  const link = element("a", { href: loginPath() }, words().loginLink);
  return element("p", { class: "told" }, words().login(submitLevel), " ", link, files.most ? ` ${words().loginFiles}` : "");
}

function loginPath(url = page.definition.loginUrl) {
  return `${url}&returnTo=${encodeURIComponent(location.pathname)}`;
}

/** People neither see nor reach it; what fills in every field there is, does. */
function trap() {
  const input = element("input", { id: "homepage", name: "homepage", type: "text", tabindex: "-1", autocomplete: "off" });
  return element("div", { class: "beside", "aria-hidden": "true" }, element("label", { for: "homepage" }, words().trap), input);
}

function privacy(texts) {
  const notice = element("p", { class: "privacy" }, texts.privacyNotice ?? words().usualPrivacy);
  return element("section", {}, element("h2", {}, words().privacy), notice);
}

function drafts() {
  const { submitLevel, visitor } = page.definition;
  const lasting = submitLevel === "basic" && !visitor;
  return element("p", { class: "help" }, lasting ? words().drafts : words().shortDrafts);
}

function actions() {
  const erase = element("button", { type: "button", class: "quiet" }, words().erase);
  erase.addEventListener("click", () => {
    restart();
    tell(words().erased);
  });
  const label = needsLogin() ? words().sendWithLogin : words().send;
  return element("p", { class: "actions" }, element("button", { type: "submit", class: "primary" }, label), erase);
}

function progress() {
  return element("progress", { id: "progress", max: "1", value: "0", hidden: true, "aria-label": words().upload });
}

function restart() {
  clearTimeout(page.soon);
  page.draft.forget();
  page.id = crypto.randomUUID();
  show({}, { name: page.definition.visitor?.name ?? undefined });
}

function keepSoon() {
  clearTimeout(page.soon);
  page.soon = setTimeout(keep, 300);
}

/** An empty form is no draft, but for one that is being sent: its id must outlive a reload. */
function keep(whatever = false) {
  clearTimeout(page.soon);
  if (!page.view || page.done) return;
  const { id, view, definition } = page;
  const empty = Object.keys(view.values()).length === 0 && !view.contact().email;
  if (empty && whatever !== true) return page.draft.forget();
  page.draft.keep({ id, version: definition.version, fields: view.values(), citizen: view.contact(), files: view.files().length });
}

async function submit() {
  if (page.sending) return;
  const faults = page.view.faults();
  page.view.tell(faults);
  if (faults.length > 0) return;
  keep(true);
  if (needsLogin()) return location.assign(loginPath());
  page.sending = true;
  tell(words().working);
  try {
    await settle(await attempt());
  } catch {
    tell(words().again);
  } finally {
    page.sending = false;
    $("progress")?.toggleAttribute("hidden", true);
  }
}

/** Work that got too old on the way is done once more; everything else is for the visitor to see. */
async function attempt() {
  const first = await transmit();
  if (!wrongProof(first)) return first;
  proof.renew();
  return transmit();
}

async function transmit() {
  const { view, language, definition, id } = page;
  const files = view.files();
  const headers = { "Accept-Language": language, ...(await credentials()) };
  const submission = {
    formVersion: definition.version,
    language,
    citizen: view.contact(),
    fields: view.values(),
    loggedIn: Boolean(definition.visitor),
    homepage: $("homepage").value,
  };
  tell(words().sending);
  $("progress").toggleAttribute("hidden", files.length === 0);
  return send({ form, id, submission, files, headers }, (part) => ($("progress").value = part));
}

/** Who is logged in proves that this page sends; anybody else does a little work. */
async function credentials() {
  if (!page.definition.visitor) return { "Proof-Of-Work": await proof.header() };
  const session = await fetch("/api/citizen/v1/session");
  return session.ok ? { "X-CSRF-Token": (await session.json()).csrfToken } : { "Proof-Of-Work": await proof.header() };
}

function wrongProof({ status, body }) {
  return status === 422 && body.errors?.some((fault) => fault.pointer === "Proof-Of-Work");
}

async function settle({ status, body, retryAfter }) {
  if (status === 200 || status === 201) return received(body);
  if (status === 0) return tell(words().again);
  if (status === 401) return logInAgain(body);
  if (status === 422 && body.errors) return showFaults(body.errors);
  if (body.type === "/problems/idempotency-key-reused") {
    page.id = crypto.randomUUID();
    keep();
    return tell(words().sentBefore);
  }
  tell(retryAfter ? words().later(retryAfter) : refused(body));
}

function refused({ title, detail, requestId }) {
  const reference = requestId ? words().reference(requestId) : "";
  return [title ?? words().refused, detail, reference].filter(Boolean).join(" ");
}

/** The draft waits in this tab, whatever the login does. */
function logInAgain({ requiredLevel, stepUpUrl }) {
  const enough = levels.indexOf(requiredLevel) >= levels.indexOf(page.definition.submitLevel);
  location.assign(loginPath(enough && stepUpUrl ? stepUpUrl : undefined));
}

function showFaults(errors) {
  tell("");
  if (errors.some((fault) => fault.pointer === "/homepage")) showTrap();
  page.view.tell(errors.map(({ pointer, code, detail }) => ({ pointer, rule: code, text: detail })));
}

/** A browser that fills in everything by itself may have caught a person. */
function showTrap() {
  const hidden = $("homepage").parentElement;
  hidden.classList.remove("beside");
  hidden.removeAttribute("aria-hidden");
  $("homepage").removeAttribute("tabindex");
}

function received(receipt) {
  page.done = true;
  clearTimeout(page.soon);
  page.draft.forget();
  document.title = words().thanks;
  $("title").textContent = words().thanks;
  $("language").hidden = true;
  $("page").replaceChildren(receiptView(receipt, words(), page.language, tell));
  tell("");
  $("title").focus();
}
