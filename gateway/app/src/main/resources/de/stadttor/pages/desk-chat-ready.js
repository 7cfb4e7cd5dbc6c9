// Ready replies: looked for by a word, put where the caret stands, and still to be sent by a person.
import { element } from "./elements.js";

const PAUSE = 300;

/** @param {(text: string) => void} insert @param {string} id of the input */
export function readyReplies({ api, words, language }, insert, id) {
  const input = element("input", { id, type: "search", maxlength: "100", autocomplete: "off" });
  const list = element("ul", { class: "ready" });
  const told = element("p", { class: "about", role: "status" });
  const details = element("details", {}, element("summary", {}, words.ready), element("label", { for: id }, words.readySearch), input, told, list);
  let soon = 0;

  async function look() {
    const sought = input.value.trim();
    const found = await api.ready(sought).catch(() => []);
    if (sought !== input.value.trim()) return;
    list.replaceChildren(...found.map(item));
    told.textContent = found.length === 0 ? words.readyNone : "";
  }

  function item({ key, language: spoken, text }) {
    const button = element("button", { type: "button", class: "quiet", lang: spoken === language ? null : spoken }, element("b", {}, key), ` (${spoken}): ${text}`);
    button.addEventListener("click", () => insert(text));
    return element("li", {}, button);
  }

  details.addEventListener("toggle", () => details.open && look());
  input.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(look, PAUSE);
  });
  return details;
}
