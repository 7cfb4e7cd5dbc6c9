// A form for people, drawn from its definition. The public page and the preview of the form builder use this module, so
// that what is previewed is what citizens get.
//
// definition, as GET /formular/{form}/definition gives it:
//   {"form", "version", "schema": {…}, "presentation": {…}, "files": {"most": 0…20, "bytes": …},
//    "texts": {"de": {"title", …}, "en": {…}}, …}
import { control } from "./form-controls.js";
import { element } from "./elements.js";
import { readFields } from "./form-fields.js";
import { brokenRule } from "./form-rules.js";
import { ruleText, textsIn } from "./form-texts.js";

const MEGABYTE = 1024 * 1024;

/** What is asked beside any form, unless its presentation says otherwise. */
const CONTACT = {
  schema: {
    properties: { name: { type: "string", maxLength: 200 }, email: { type: "string", format: "email", maxLength: 254 } },
  },
  presentation: {
    sections: [{ title: { de: "Kontakt", en: "Contact" }, fields: ["name", "email"] }],
    fields: {
      name: { label: { de: "Name", en: "Name" }, autocomplete: "name" },
      email: {
        label: { de: "E-Mail-Adresse", en: "E-mail address" },
        help: { de: "Für Nachrichten zu Ihrem Anliegen.", en: "For messages about your concern." },
      },
    },
  },
};

/**
 * Draws a form. Depends on nothing but what it is given, and keeps nothing but what its inputs hold.
 *
 * @param {object} definition see above
 * @param {string} language such as "de"; where a text is missing, German stands in
 * @param {object} values what to fill in, in the shape of `fields`; what does not fit is left out
 * @param {{name?: string, email?: string}} contact what to fill in there
 * @returns {{
 *   element: HTMLElement,
 *   values: () => object,
 *   contact: () => {name?: string, email?: string},
 *   files: () => File[],
 *   faults: () => {pointer: string, rule: string, text: string}[],
 *   tell: (faults: {pointer: string, rule?: string, text?: string}[]) => void,
 *   unsupported: string[]
 * }} element: goes into a form of the caller's, which owns buttons and sending;
 *   values: in the shape of `fields`; faults: what this page can see, with JSON pointers into the submission, such as
 *   "/fields/ort", "/citizen/email", "/files";
 *   tell: marks these faults, lists them on top and moves the focus there, or clears all for an empty list;
 *   unsupported: pointers of what the schema asks for and no page can show
 */
export function formView(definition, language, values = {}, contact = {}) {
  const texts = textsIn(language);
  const { sections, unsupported } = readFields(definition, language, "/fields");
  const beside = contactSections(definition.presentation?.contact ?? "optional", language);
  const filled = { fields: values, citizen: contact };
  const summary = element("div", { class: "summary", role: "alert", tabindex: "-1", hidden: true });
  const shown = [...sections, ...beside].map((section) => ({
    ...section,
    parts: section.fields.map((field) => part(field, at(filled, field.pointer), texts)),
  }));
  const chooser = definition.files?.most > 0 ? fileChooser(definition.files, texts) : null;
  const parts = [...shown.flatMap((section) => section.parts), ...(chooser ? [chooser] : [])];
  const drawn = shown.map(group);
  return {
    element: element("div", { class: "fields", lang: language }, summary, ...drawn, chooser?.element),
    values: () => collected(shown).fields,
    contact: () => collected(shown).citizen,
    files: () => chooser?.read() ?? [],
    faults: () => parts.flatMap((one) => one.faults(present(shown))),
    tell: (faults) => tell(faults, parts, summary, texts),
    unsupported,
  };
}

function contactSections(rule, language) {
  if (rule === "none") return [];
  const required = rule === "required" ? ["name", "email"] : [];
  return readFields({ ...CONTACT, schema: { ...CONTACT.schema, required } }, language, "/citizen").sections;
}

function group({ title, help, parts }) {
  const elements = parts.map((one) => one.element);
  const helped = help ? element("p", { class: "help" }, help) : null;
  if (!title) return element("div", {}, helped, ...elements);
  return element("fieldset", {}, element("legend", {}, title), helped, ...elements);
}

/** A field with its label, help and place for a fault. A group of inputs is a fieldset, so that its label is heard. */
function part(field, value, texts) {
  const id = `field${field.pointer.replaceAll(/[^A-Za-z0-9]/g, "-")}`;
  const made = control(field, value, id, texts);
  const help = field.help ?? (field.kind === "lines" ? texts.one : null);
  const grouped = field.kind === "radio" || field.kind === "several";
  const name = [field.label, field.required ? null : element("span", { class: "optional" }, ` ${texts.optional}`)];
  const label = grouped ? element("legend", {}, ...name) : element("label", { for: id }, ...name);
  const helped = help ? element("p", { class: "help", id: `${id}-help` }, help) : null;
  const fault = element("p", { class: "fault", id: `${id}-fault`, hidden: true });
  const inner = field.kind === "yes" ? [...made.elements, label, helped, fault] : [label, helped, fault, ...made.elements];
  const whole = element(grouped ? "fieldset" : "div", { class: `field ${field.kind}`, role: field.kind === "radio" ? "radiogroup" : null }, ...inner);
  const told = grouped ? whole : made.inputs[0];
  describe(told, [helped, fault], field.required && field.kind !== "several");
  return {
    field,
    id,
    label: field.label,
    element: whole,
    told,
    inputs: made.inputs,
    fault,
    read: made.read,
    faults: (holders) => faultsOf(field, made.read(), holders, texts),
  };
}

function describe(told, by, required) {
  told.setAttribute("aria-describedby", by.filter(Boolean).map((one) => one.id).join(" "));
  if (required) told.setAttribute("aria-required", "true");
}

/** Inside of an object that need not be given, nothing is required until something of it is. */
function faultsOf(field, value, holders, texts) {
  const rule = brokenRule(field, value, field.required && field.within.every((holder) => holders.has(holder)));
  return rule ? [{ pointer: field.pointer, rule, text: ruleText(texts, rule, field.schema) }] : [];
}

/** The optional objects of which something was filled in. */
function present(sections) {
  const filled = sections.flatMap((section) => section.parts).filter((one) => one.read() !== undefined && one.read() !== false);
  return new Set(filled.flatMap((one) => one.field.within));
}

function collected(sections) {
  const holders = present(sections);
  const values = { fields: {}, citizen: {} };
  for (const { field, read } of sections.flatMap((section) => section.parts)) {
    const value = read();
    if (value === undefined || !field.within.every((holder) => holders.has(holder))) continue;
    put(values, steps(field.pointer), value);
  }
  return values;
}

function put(values, [first, ...rest], value) {
  if (rest.length === 0) {
    Object.defineProperty(values, first, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  if (!Object.hasOwn(values, first)) put(values, [first], {});
  put(values[first], rest, value);
}

function at(values, pointer) {
  return steps(pointer).reduce((inner, step) => (inner && Object.hasOwn(inner, step) ? inner[step] : undefined), values);
}

function steps(pointer) {
  return pointer.slice(1).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function fileChooser({ most, bytes }, texts) {
  const id = "field-files";
  const input = element("input", { id, type: "file", multiple: most > 1 });
  const help = element("p", { class: "help", id: `${id}-help` }, texts.filesHelp(most, Math.floor(bytes / MEGABYTE)));
  const fault = element("p", { class: "fault", id: `${id}-fault`, hidden: true });
  describe(input, [help, fault], false);
  const label = element("label", { for: id }, texts.files, element("span", { class: "optional" }, ` ${texts.optional}`));
  const read = () => [...input.files];
  const broken = () => {
    if (read().length > most) return "tooMany";
    return read().reduce((sum, file) => sum + file.size, 0) > bytes ? "tooLarge" : null;
  };
  const faults = () => (broken() ? [{ pointer: "/files", rule: broken(), text: ruleText(texts, broken(), {}) }] : []);
  const whole = element("div", { class: "field files" }, label, help, fault, input);
  return { field: { pointer: "/files" }, id, label: texts.files, element: whole, told: input, inputs: [input], fault, read, faults };
}

function tell(faults, parts, summary, texts) {
  for (const one of parts) mark(one, faults.find((fault) => isOf(one, fault)), texts);
  const items = faults.map((fault) => summaryItem(fault, parts.find((one) => isOf(one, fault)), texts));
  summary.replaceChildren(element("h2", {}, texts.summary), element("ul", {}, ...items));
  summary.hidden = faults.length === 0;
  if (faults.length > 0) summary.focus();
}

/** The server may point deeper than a control reaches: into a list. */
function isOf(one, fault) {
  return fault.pointer === one.field.pointer || fault.pointer.startsWith(`${one.field.pointer}/`);
}

function mark(one, fault, texts) {
  one.fault.textContent = fault ? said(fault, one, texts) : "";
  one.fault.hidden = !fault;
  if (fault && one.field.kind !== "several") one.told.setAttribute("aria-invalid", "true");
  else one.told.removeAttribute("aria-invalid");
}

function said(fault, one, texts) {
  return fault.text || ruleText(texts, fault.rule, one?.field.schema ?? {});
}

function summaryItem(fault, one, texts) {
  if (!one) return element("li", {}, said(fault, one, texts));
  const link = element("a", { href: `#${one.id}` }, `${one.label}: ${said(fault, one, texts)}`);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    one.inputs[0].focus();
  });
  return element("li", {}, link);
}
