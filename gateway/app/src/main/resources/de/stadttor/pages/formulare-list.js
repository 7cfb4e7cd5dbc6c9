// All forms, and the ways to a new one: by name, or from a file.
import { Refused } from "./desk-api.js";
import { element } from "./elements.js";
import { button, textInput } from "./formulare-inputs.js";

const NAME = /^[a-z0-9][a-z0-9-]{0,99}$/;

/**
 * @param {object[]} forms as the API lists them
 * @param {{api: object, words: object, tell: (text: string) => void, open: (form: string) => void, create: (form: string) => void,
 *     reload: (text: string) => Promise<void>}} page
 */
export function formList(forms, page) {
  const { words } = page;
  const heads = [words.formTitle, words.name, words.version, words.queue, words.level, words.state, words.actions];
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...forms.map((form) => row(form, page))),
  );
  const scroll = element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words.title }, table);
  return element("div", {}, scroll, creation(forms, page), imports(page));
}

function row(form, page) {
  const { words } = page;
  const state = form.acceptedUntil ? words.withdrawn : form.open ? words.offeredOpen : words.offered;
  const cells = [form.form, String(form.version), form.queue, words.levels[form.submitLevel], state];
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, form.title),
    ...cells.map((cell) => element("td", {}, cell)),
    element("td", {}, actions(form, page)),
  );
}

function actions(form, page) {
  const { words, api } = page;
  const tag = `"${form.version}"`;
  const look = form.open && !form.acceptedUntil ? element("a", { href: `/formular/${form.form}` }, words.look) : null;
  const withdraw = () => attempt(page, async () => {
    await api.withdraw(form.form, tag);
    await page.reload(words.nowWithdrawn(form.form));
  });
  const again = () => attempt(page, async () => {
    await api.offerAgain(form.form, tag);
    await page.reload(words.nowOffered(form.form));
  });
  return element(
    "div",
    { class: "actions" },
    button(words.editShort, () => page.open(form.form), { name: words.edit(form.form) }),
    button(words.exportShort, () => attempt(page, () => download(form.form, api)), { name: words.export(form.form) }),
    form.acceptedUntil
      ? button(words.offerAgainShort, again, { name: words.offerAgain(form.form) })
      : button(words.withdrawShort, withdraw, { name: words.withdraw(form.form) }),
    look,
  );
}

async function download(form, api) {
  const { content } = await api.exported(form);
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }));
  element("a", { href: address, download: `${form}.json` }).click();
  URL.revokeObjectURL(address);
}

function creation(forms, page) {
  const { words } = page;
  let name = "";
  const named = textInput(words.newName, "", (text) => (name = text.trim()), { help: words.newNameHelp, autocomplete: "off", maxlength: 100 });
  const begin = element("button", { class: "primary" }, words.begin);
  const form = element("form", { class: "fields", novalidate: true }, element("h2", {}, words.create), named, element("p", { class: "actions" }, begin));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!NAME.test(name)) return page.tell(words.badName);
    if (forms.some((known) => known.form === name)) return page.tell(words.taken);
    page.create(name);
  });
  return form;
}

function imports(page) {
  const { words } = page;
  const told = element("div", { role: "status" });
  const chosen = textInput(words.importFile, "", () => {}, { type: "file", accept: ".json,application/json" });
  const input = chosen.querySelector("input");
  input.addEventListener("change", () => attempt(page, () => look(input, told, page)));
  return element("div", { class: "fields" }, element("h2", {}, words.importTitle), chosen, told);
}

/** Nothing is saved before somebody saw what would change. */
async function look(input, told, page) {
  const { words, api } = page;
  told.replaceChildren();
  const file = await input.files[0]?.text().then(JSON.parse).catch(() => null);
  if (!file) return page.tell(words.noJson);
  const { content, tag } = await api.tryImport(file);
  if (content.changes.length === 0) return told.replaceChildren(element("p", {}, words.importSame(content.form)));
  const now = button(words.importNow, () => attempt(page, async () => {
    const { content: done } = await api.import(file, content.before === null ? null : tag);
    await page.reload(words.imported(done.form, done.version));
  }), { class: "primary" });
  const shown = content.before === null ? [element("p", {}, words.importNew(content.form))] : [element("p", {}, words.importChanges(content.form, content.version)), changes(content.changes, words)];
  told.replaceChildren(...shown, element("p", { class: "actions" }, now));
}

function changes(all, words) {
  const heads = [words.place, words.before, words.after].map((head) => element("th", { scope: "col" }, head));
  const rows = all.map(({ pointer, before, after }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("code", {}, pointer)),
      element("td", {}, element("del", {}, before === null ? "" : JSON.stringify(before))),
      element("td", {}, element("ins", {}, after === null ? "" : JSON.stringify(after))),
    ),
  );
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows));
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words.importTitle }, table);
}

async function attempt(page, work) {
  try {
    await work();
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    page.tell([refused.message, ...refused.errors.map((fault) => `${fault.pointer}: ${fault.detail}`)].join(" "));
  }
}
