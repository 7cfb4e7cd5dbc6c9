// What is asked before a chat: the concern, and, for whoever wants to tell, a name and an address.
import { element } from "./elements.js";

const LONGEST = 5000;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * @param {object} words
 * @param {(asked: {concern: string, name?: string, email?: string}) => void} begin
 * @returns {{element: Element, focus: () => void, busy: (busy: boolean) => void, values: () => object, fill: (values: object) => void}}
 */
export function startForm(words, begin) {
  const concern = field("concern", words.concern, element("textarea", { rows: "4", maxlength: LONGEST, required: true }));
  const name = field("name", words.name, element("input", { autocomplete: "name", maxlength: "200" }), { optional: words.optional });
  const email = field("email", words.email, element("input", { type: "email", autocomplete: "email", maxlength: "254" }), {
    optional: words.optional,
    help: words.emailHelp,
  });
  const button = element("button", { type: "submit", class: "primary" }, words.begin);
  const privacy = element("div", { class: "help" }, element("slot", { name: "privacy" }, words.privacy));
  const form = element("form", { novalidate: true, class: "page" }, element("p", {}, words.intro), concern.element, name.element, email.element, privacy, element("p", { class: "actions" }, button));

  const fields = { concern, name, email };
  const values = () => Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.value()]));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (button.ariaDisabled === "true") return;
    const wrong = [
      concern.tell(concern.value() === "" ? words.missing : ""),
      email.tell(email.value() === "" || ADDRESS.test(email.value()) ? "" : words.wrongEmail),
    ].find((fault) => fault);
    if (wrong) return wrong.focus();
    begin({ concern: concern.value(), name: name.value() || undefined, email: email.value() || undefined });
  });
  return {
    element: form,
    focus: () => concern.input.focus(),
    busy: (busy) => (button.ariaDisabled = String(busy)),
    values,
    fill: (given) => Object.entries(fields).forEach(([key, field]) => (field.input.value = given[key])),
  };
}

/** A labelled input whose help and fault are part of its description. */
function field(id, label, input, { optional, help } = {}) {
  const fault = element("p", { id: `${id}-fault`, class: "wrong" });
  const about = help ? element("p", { id: `${id}-help`, class: "help" }, help) : null;
  const named = element("label", { for: id }, label, optional ? element("span", { class: "optional" }, ` ${optional}`) : null);
  input.id = id;
  input.setAttribute("aria-describedby", about ? `${id}-help ${id}-fault` : `${id}-fault`);
  const tell = (text) => {
    fault.textContent = text;
    input.toggleAttribute("aria-invalid", false);
    if (text === "") return null;
    input.setAttribute("aria-invalid", "true");
    return input;
  };
  return { element: element("div", {}, named, about, input, fault), input, tell, value: () => input.value.trim() };
}
