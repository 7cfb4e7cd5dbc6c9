// One form being built: editors on one side, the live preview on the other, and saving as a new version.
import { Refused } from "./desk-api.js";
import { element } from "./elements.js";
import { fieldsEditor } from "./formulare-fields.js";
import { button, choiceInput, numberInput } from "./formulare-inputs.js";
import { previewIn } from "./formulare-preview.js";
import { rawEditor, settingsEditor, textsEditor } from "./formulare-settings.js";

const PAUSE = 150;

/**
 * @param {{form: string, definition: object, tag: string|null, version: number|null, versions: object[], queues: object[]}} opened tag
 *     null for a form that is new
 * @param {{api: object, words: object, language: string, tell: (text: string) => void, back: () => void}} page
 * @returns {{element: HTMLElement, state: () => object, unsaved: () => boolean}} state: what would be opened, with all that
 *     was changed
 */
export function formEditor(opened, page) {
  const { words } = page;
  const state = { days: 30, language: page.language, saved: opened.definition, ...opened };
  const drawn = element("div", { class: "drawn fields" });
  const preview = previewIn(drawn, () => words);
  const editors = element("div", {});
  const faults = element("div", { class: "summary", role: "alert", tabindex: "-1", hidden: true });
  let pending = 0;
  const builder = {
    words,
    opened: new Set(),
    tell: page.tell,
    definition: () => state.definition,
    change(next) {
      state.definition = next;
      clearTimeout(pending);
      pending = setTimeout(() => preview.show(state.definition, state.language), PAUSE);
    },
    redraw(focus) {
      editors.replaceChildren(fieldsEditor(builder), settingsEditor(builder, state.queues), ...textsEditor(builder), rawEditor(builder, preview));
      const target = focus && editors.querySelector(`[data-focus="${CSS.escape(focus)}"]`);
      if (target?.closest("details")) target.closest("details").open = true;
      target?.focus();
    },
  };
  builder.redraw();
  preview.show(state.definition, state.language);
  const spoken = choiceInput(words.previewLanguage, state.language, { de: "Deutsch", en: "English" }, (language) => {
    state.language = language;
    preview.show(state.definition, language);
  });
  const days = numberInput(words.olderDays, state.days, (value) => (state.days = value ?? 0), { min: 0, max: 365 });
  const save = button(words.save, () => saved(state, page, faults), { class: "primary" });
  const whole = element(
    "div",
    { class: "builder" },
    element("div", { class: "editor" }, faults, editors, days, element("p", { class: "actions" }, save, button(words.back, page.back)), versions(state, page, builder)),
    element("section", { class: "preview", "aria-labelledby": "preview" }, element("h2", { id: "preview" }, words.preview), element("div", { class: "editor" }, spoken), drawn),
  );
  return { element: whole, state: () => state, unsaved: () => state.definition !== state.saved };
}

async function saved(state, page, place) {
  const { words } = page;
  try {
    const sent = state.definition;
    const { content, tag } = await page.api.save(state.form, sent, state.tag, state.days);
    page.tell(content.version === state.version ? words.unchanged(content.version) : words.saved(content.version));
    Object.assign(state, { tag, version: content.version, saved: sent });
    place.hidden = true;
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    showFaults(place, words, refused);
  }
}

function showFaults(place, words, refused) {
  const said = refused.status === 412 ? words.stale : refused.errors.length > 0 ? words.faults : refused.message;
  const items = refused.errors.map((fault) => element("li", { class: "named" }, element("code", {}, fault.pointer), `: ${fault.detail}`));
  place.replaceChildren(element("h2", {}, said), element("ul", {}, ...items));
  place.hidden = false;
  place.focus();
}

function versions(state, page, builder) {
  const { words } = page;
  if (state.versions.length === 0) return null;
  const rows = state.versions.map((version) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, String(version.version)),
      element("td", {}, words.madeBy(version.madeBy, version.madeAt)),
      element("td", {}, words.acceptedUntil(version.acceptedUntil)),
      element("td", {}, button(words.load(version.version), () => load(version.version, state, page, builder))),
    ),
  );
  const table = element("table", {}, element("tbody", {}, ...rows));
  return element("details", {}, element("summary", {}, words.versions), element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words.versions }, table));
}

async function load(version, state, page, builder) {
  const { content } = await page.api.readVersion(state.form, version);
  builder.change(content.definition);
  builder.redraw();
  page.tell(page.words.loaded(version));
}
