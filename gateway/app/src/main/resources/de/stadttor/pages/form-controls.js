// One control for each kind of field: how it looks, how a value gets in and out. Nothing about rules or faults.
import { element } from "./elements.js";

const TYPES = { email: "email", tel: "tel", url: "url", date: "date", time: "time", moment: "datetime-local" };

/**
 * @returns {{elements: Element[], inputs: Element[], read: () => any}} read gives undefined where nothing was entered;
 *     of a group of inputs the first takes the focus
 */
export function control(field, value, id, texts) {
  switch (field.kind) {
    case "yes":
      return yes(field, value, id);
    case "radio":
      return group(field, value, id, "radio", (chosen) => chosen[0]);
    case "several":
      return group(field, value, id, "checkbox", (chosen) => (chosen.length ? chosen : undefined));
    case "select":
      return select(field, value, id, texts);
    case "long":
      return single(element("textarea", { id, rows: field.rows, ...common(field) }), text(value), (entered) => entered);
    case "lines":
      return single(element("textarea", { id, rows: 4 }), (value ?? []).join("\n"), lines);
    case "number":
      return single(element("input", { id, inputmode: "decimal", ...common(field) }), shown(value), number);
    case "moment":
      return single(input(field, id), local(value), (entered) => new Date(entered).toISOString());
    default:
      return single(input(field, id), text(value), (entered) => entered);
  }
}

function input(field, id) {
  return element("input", { id, type: TYPES[field.kind] ?? "text", ...common(field) });
}

function common(field) {
  return { autocomplete: field.autocomplete, maxlength: field.schema.maxLength };
}

function single(input, value, parsed) {
  input.value = value;
  const read = () => (input.value.trim() === "" ? undefined : parsed(input.value));
  return { elements: [input], inputs: [input], read };
}

function select(field, value, id, texts) {
  const options = field.choices.map((choice, index) => element("option", { value: index }, choice.label));
  const made = element("select", { id, autocomplete: field.autocomplete }, element("option", { value: "" }, texts.choose), ...options);
  made.value = String(field.choices.findIndex((choice) => choice.value === value));
  if (made.selectedIndex < 0) made.value = "";
  return { elements: [made], inputs: [made], read: () => field.choices[made.value === "" ? -1 : Number(made.value)]?.value };
}

/** A tick that may stay away means no; one that the schema does not ask for at all says nothing. */
function yes(field, value, id) {
  const box = element("input", { id, type: "checkbox" });
  box.checked = value === true;
  return { elements: [box], inputs: [box], read: () => (box.checked ? true : field.always ? false : undefined) };
}

function group(field, value, id, type, result) {
  const given = Array.isArray(value) ? value : [value];
  const boxes = field.choices.map((choice, index) => {
    const box = element("input", { id: index === 0 ? id : `${id}-${index}`, type, name: id });
    box.checked = given.includes(choice.value);
    return box;
  });
  const elements = field.choices.map((choice, index) =>
    element("div", { class: "choice" }, boxes[index], element("label", { for: boxes[index].id }, choice.label)),
  );
  return { elements, inputs: boxes, read: () => result(field.choices.filter((_, i) => boxes[i].checked).map((c) => c.value)) };
}

function lines(entered) {
  return entered.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

/** Numbers as people write them: "4,5" and "4.5"; anything else is no number, and said to be none. */
function number(entered) {
  const written = entered.trim();
  return /^[+-]?\d+([.,]\d+)?$/.test(written) ? Number(written.replace(",", ".")) : NaN;
}

function text(value) {
  return typeof value === "string" ? value : "";
}

function shown(value) {
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}

/** datetime-local knows no zone: the moment as this browser's clock shows it. */
function local(value) {
  const moment = new Date(value ?? NaN);
  if (Number.isNaN(moment.getTime())) return "";
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}
