// The preview: the very module that draws the public page, with what the builder holds now.
import { element } from "./elements.js";
import { formView } from "./form-view.js";

const MOST_BYTES = 20 * 1024 * 1024;

/** @returns {{show: (definition: object, language: string) => void, values: () => object, faults: () => object[]}} */
export function previewIn(place, words) {
  let view = null;
  return {
    show(definition, language) {
      const values = view?.values() ?? {};
      const texts = definition.texts[language] ?? definition.texts.de;
      try {
        view = formView(shown(definition), language, values);
        place.replaceChildren(...head(texts, language), view.element, ...missing(view, words()));
      } catch {
        view = null;
        place.replaceChildren(element("p", {}, words().noPreview));
      }
    },
    values: () => view?.values() ?? {},
    faults: () => view?.faults().filter((fault) => fault.pointer.startsWith("/fields/")) ?? [],
  };
}

function shown(definition) {
  return {
    schema: definition.schema,
    presentation: definition.page?.presentation ?? {},
    files: { most: definition.page?.files ?? 0, bytes: MOST_BYTES },
    texts: definition.texts,
  };
}

function head(texts, language) {
  return [
    element("h3", { lang: language }, texts?.title ?? ""),
    texts?.description ? element("p", { class: "lead", lang: language }, texts.description) : null,
  ].filter(Boolean);
}

/** What citizens could never fill in must not surprise whoever builds the form. */
function missing(view, words) {
  return view.unsupported.length > 0 ? [element("p", { class: "fault" }, words.unsupported(view.unsupported.join(", ")))] : [];
}
