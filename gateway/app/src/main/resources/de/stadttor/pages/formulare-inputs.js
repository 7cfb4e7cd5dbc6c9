// Labelled controls of the form builder.
import { element } from "./elements.js";

let made = 0;

/** @param {(value: string) => void} changed called as somebody types */
export function textInput(label, value, changed, { help, type = "text", ...more } = {}) {
  return labelled(label, help, element("input", { type, ...more }), value ?? "", changed);
}

export function numberInput(label, value, changed, { help, ...more } = {}) {
  const number = (text) => changed(text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text));
  return labelled(label, help, element("input", { type: "number", step: "any", ...more }), value ?? "", number);
}

export function areaInput(label, value, changed, { help, ...more } = {}) {
  return labelled(label, help, element("textarea", { rows: 3, ...more }), value ?? "", changed);
}

/** @param {Object<string, string>} options by value: what stands for it */
export function choiceInput(label, value, options, changed) {
  const shown = Object.entries(options).map(([key, text]) => element("option", { value: key }, text));
  return labelled(label, null, element("select", {}, ...shown), value, changed);
}

export function tickInput(label, ticked, changed) {
  const id = `b${++made}`;
  const box = element("input", { id, type: "checkbox" });
  box.checked = ticked;
  box.addEventListener("change", () => changed(box.checked));
  return element("div", { class: "tick" }, box, element("label", { for: id }, label));
}

/** @param {string} name what a screen reader hears, with the thing that it is about */
export function button(text, pressed, { name, ...more } = {}) {
  const pressable = element("button", { type: "button", class: "quiet", "aria-label": name, ...more }, text);
  pressable.addEventListener("click", pressed);
  return pressable;
}

function labelled(label, help, control, value, changed) {
  const id = `b${++made}`;
  control.id = id;
  control.value = value;
  if (help) control.setAttribute("aria-describedby", `${id}-help`);
  control.addEventListener("input", () => changed(control.value));
  const helped = help ? element("p", { id: `${id}-help`, class: "help" }, help) : null;
  return element("div", {}, element("label", { for: id }, label), helped, control);
}
