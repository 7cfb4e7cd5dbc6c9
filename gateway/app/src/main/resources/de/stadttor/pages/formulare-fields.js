// The fields of a form, each to be named, told of, limited, moved and taken away.
import { element } from "./elements.js";
import * as definitions from "./formulare-definition.js";
import { areaInput, button, choiceInput, numberInput, textInput, tickInput } from "./formulare-inputs.js";

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const TEXTUAL = ["text", "long", "tel", "email"];

/**
 * @param {{definition: object, words: object, change: (next: object) => void, redraw: (focus?: string) => void,
 *     tell: (text: string) => void}} builder change takes the next definition; redraw draws the fields anew and puts the
 *     focus on what has that data-focus
 */
export function fieldsEditor(builder) {
  const { words } = builder;
  const fields = definitions.fieldsOf(builder.definition());
  const add = button(words.addField, () => {
    builder.change(definitions.addField(builder.definition()));
    builder.redraw(`name ${definitions.fieldsOf(builder.definition()).at(-1).name}`);
  });
  const each = fields.map((field, index) => fieldEditor(builder, field, index, fields.length));
  return element("fieldset", {}, element("legend", {}, words.fields), ...each, element("p", { class: "actions" }, add));
}

function fieldEditor(builder, field, index, all) {
  const { words } = builder;
  const title = field.hints.label?.de ?? field.schema.title ?? field.name;
  const heading = element("summary", {}, `${title} `, element("span", { class: "optional" }, `(${field.name})`));
  const content = field.type ? editable(builder, field) : [element("p", { class: "help" }, words.otherType)];
  const whole = element("details", { open: builder.opened.has(field.name) }, heading, ...content, actions(builder, field, title, index, all));
  whole.addEventListener("toggle", () => builder.opened[whole.open ? "add" : "delete"](field.name));
  return whole;
}

function editable(builder, field) {
  const { words } = builder;
  const next = (change, ...more) => builder.change(change(builder.definition(), field.name, ...more));
  const retyped = (type) => {
    next(definitions.retypeField, type);
    builder.redraw(`type ${field.name}`);
  };
  const type = choiceInput(words.type, field.type, words.types, retyped);
  type.querySelector("select").dataset.focus = `type ${field.name}`;
  return [
    element("div", { class: "pair" }, ...hintInputs(builder, field, "label"), ...hintInputs(builder, field, "help")),
    element("div", { class: "pair" }, nameInput(builder, field), type),
    tickInput(words.required, field.required, (required) => next(definitions.requireField, required)),
    ...limits(words, field, next),
  ];
}

function hintInputs(builder, field, hint) {
  return ["de", "en"].map((language) =>
    textInput(`${builder.words[hint]} (${language})`, field.hints[hint]?.[language], (text) =>
      builder.change(definitions.sayOfField(builder.definition(), field.name, hint, language, text)),
    ),
  );
}

/** A name counts when it is left: half of one may be another field's. */
function nameInput(builder, field) {
  const { words } = builder;
  const named = textInput(words.fieldName, field.name, () => {}, { help: words.fieldNameHelp, autocomplete: "off", spellcheck: "false" });
  const input = named.querySelector("input");
  input.dataset.focus = `name ${field.name}`;
  input.addEventListener("change", () => {
    const other = input.value.trim();
    if (other === field.name) return;
    if (!NAME.test(other) || Object.hasOwn(builder.definition().schema.properties, other)) return builder.tell(words.nameTaken);
    builder.change(definitions.renameField(builder.definition(), field.name, other));
    builder.opened.delete(field.name);
    builder.opened.add(other);
    builder.redraw(`type ${other}`);
  });
  return named;
}

function limits(words, field, next) {
  const limit = (keyword) => (value) => next(definitions.limitField, { [keyword]: value });
  if (TEXTUAL.includes(field.type)) return [numberInput(words.maxLength, field.schema.maxLength, limit("maxLength"), { min: 1 })];
  if (field.type === "number" || field.type === "whole") {
    const bounds = ["minimum", "maximum"].map((keyword) => numberInput(words[keyword], field.schema[keyword], limit(keyword)));
    return [element("div", { class: "pair" }, ...bounds)];
  }
  if (!field.choices) return [];
  const chosen = (text) => next(definitions.chooseFrom, [...new Set(text.split("\n").map((line) => line.trim()).filter(Boolean))]);
  return [areaInput(words.choices, field.choices.join("\n"), chosen, { rows: 5 })];
}

function actions(builder, field, title, index, all) {
  const { words } = builder;
  const move = (by, focus) => () => {
    builder.change(definitions.moveField(builder.definition(), field.name, by));
    builder.redraw(`${focus} ${field.name}`);
    builder.tell(words.moved(title, index + by + 1, all));
  };
  const remove = () => {
    builder.change(definitions.removeField(builder.definition(), field.name));
    builder.redraw();
    builder.tell(words.removed(title));
  };
  const buttons = [
    button(words.upShort, move(-1, "up"), { name: words.up(title), "aria-disabled": index === 0 ? "true" : null, "data-focus": `up ${field.name}` }),
    button(words.downShort, move(1, "down"), { name: words.down(title), "aria-disabled": index === all - 1 ? "true" : null, "data-focus": `down ${field.name}` }),
    button(words.removeShort, remove, { name: words.remove(title) }),
  ];
  return element("p", { class: "actions" }, ...buttons);
}
