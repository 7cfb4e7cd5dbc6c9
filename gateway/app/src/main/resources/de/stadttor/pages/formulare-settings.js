// What a form says and where it leads: texts by language, levels, queue, page, and the JSON of all the rest.
import { element } from "./elements.js";
import { areaInput, button, choiceInput, numberInput, textInput, tickInput } from "./formulare-inputs.js";

const LANGUAGES = ["de", "en"];

/** @param {{key: string, title: string}[]} queues */
export function settingsEditor(builder, queues) {
  const { words } = builder;
  const definition = builder.definition();
  const set = (key) => (value) => changed(builder, (next) => (next[key] = value));
  const page = (key) => (value) => changed(builder, (next) => (next.page = { open: false, ...next.page, [key]: value }));
  const contact = (value) => changed(builder, (next) => (next.page = { open: false, ...next.page, presentation: { ...next.page?.presentation, contact: value } }));
  return element(
    "fieldset",
    {},
    element("legend", {}, words.settings),
    element(
      "div",
      { class: "pair" },
      choiceInput(words.queue, definition.queue, Object.fromEntries(queues.map(({ key, title }) => [key, title])), set("queue")),
      numberInput(words.retention, definition.retentionDays, set("retentionDays"), { min: 1, max: 36500 }),
      choiceInput(words.submitLevel, definition.submitLevel, words.levels, set("submitLevel")),
      choiceInput(words.readLevel, definition.readLevel, words.levels, set("readLevel")),
      textInput(words.serviceKey, definition.serviceKey, (text) => set("serviceKey")(text.trim() || null), { maxlength: 30 }),
      numberInput(words.files, definition.page?.files ?? 0, (most) => page("files")(most ?? 0), { min: 0, max: 10 }),
      choiceInput(words.contact, definition.page?.presentation?.contact ?? "optional", words.contacts, contact),
    ),
    tickInput(words.open, definition.page?.open ?? false, page("open")),
  );
}

export function textsEditor(builder) {
  return LANGUAGES.map((language) => {
    const { words } = builder;
    const texts = builder.definition().texts[language] ?? {};
    const say = (key) => (text) => changed(builder, (next) => saidIn(next, language, key, text));
    const more = { lang: language };
    const whole = element(
      "details",
      { open: language === "de" || builder.opened.has(`(${language})`) },
      element("summary", {}, words.texts(language)),
      textInput(words.formTitle, texts.title, say("title"), { ...more, maxlength: 200 }),
      areaInput(words.description, texts.description, say("description"), { ...more, maxlength: 5000 }),
      textInput(words.subject, texts.subject, say("subject"), { ...more, maxlength: 200, help: words.subjectHelp }),
      areaInput(words.text, texts.text, say("text"), { ...more, maxlength: 20000 }),
      areaInput(words.privacyNotice, texts.privacyNotice, say("privacyNotice"), { ...more, maxlength: 20000 }),
    );
    whole.addEventListener("toggle", () => builder.opened[whole.open ? "add" : "delete"](`(${language})`));
    return whole;
  });
}

/** A language of which nothing is said any more is gone; German stays. */
function saidIn(next, language, key, text) {
  const texts = { ...next.texts[language], [key]: text };
  if (language === "de" || Object.values(texts).some((said) => said)) next.texts[language] = texts;
  else delete next.texts[language];
}

export function rawEditor(builder, preview) {
  const { words } = builder;
  const parts = [
    [words.schema, (definition) => definition.schema, (next, value) => (next.schema = value)],
    [words.presentation, (definition) => definition.page?.presentation ?? {}, (next, value) => (next.page = { open: false, ...next.page, presentation: value })],
    [words.example, (definition) => definition.example, (next, value) => (next.example = value)],
  ];
  const areas = parts.map(([label, read, write]) => jsonArea(builder, label, read, write));
  const take = button(words.takeExample, () => {
    if (preview.faults().length > 0) return builder.tell(words.exampleFaults);
    changed(builder, (next) => (next.example = preview.values()));
    builder.redraw("example");
    builder.tell(words.exampleTaken);
  });
  take.dataset.focus = "example";
  const whole = element("details", { open: builder.opened.has("(raw)") }, element("summary", {}, words.raw), ...areas, element("p", { class: "help" }, words.exampleHelp), take);
  whole.addEventListener("toggle", () => builder.opened[whole.open ? "add" : "delete"]("(raw)"));
  whole.addEventListener("toggle", () => areas.forEach((area, index) => (area.querySelector("textarea").value = shown(parts[index][1](builder.definition())))));
  return whole;
}

/** What is no JSON object yet does not count; what is, counts when the area is left. */
function jsonArea(builder, label, read, write) {
  const made = areaInput(label, shown(read(builder.definition())), () => {}, { rows: 12, class: "code", spellcheck: "false", autocomplete: "off" });
  const area = made.querySelector("textarea");
  area.addEventListener("change", () => {
    const value = parsed(area.value);
    area.setAttribute("aria-invalid", String(value === null));
    if (value === null) return builder.tell(builder.words.notJson);
    changed(builder, (next) => write(next, value));
    builder.redraw();
  });
  return made;
}

function shown(json) {
  return JSON.stringify(json, null, 2);
}

function parsed(text) {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function changed(builder, edit) {
  const next = structuredClone(builder.definition());
  edit(next);
  builder.change(next);
}
