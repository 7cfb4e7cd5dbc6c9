// The button that ends a chat, for both sides.
import { element } from "./elements.js";

/**
 * An end is asked for twice, because there is no way back.
 *
 * @param {object} words
 * @param {() => void} end
 * @returns {{element: Element, reset: () => void}} reset: nothing is asked any more
 */
export function endButton(words, end) {
  const ask = element("button", { type: "button", class: "quiet" }, words.end);
  const yes = element("button", { type: "button", class: "quiet" }, words.endYes);
  const no = element("button", { type: "button", class: "quiet" }, words.endNo);
  const sure = element("div", { role: "group", "aria-label": words.endSure }, element("p", {}, words.endSure), element("p", { class: "actions" }, yes, no));
  const reset = () => {
    sure.hidden = true;
    ask.hidden = false;
  };
  ask.addEventListener("click", () => {
    sure.hidden = false;
    ask.hidden = true;
    no.focus();
  });
  no.addEventListener("click", () => {
    reset();
    ask.focus();
  });
  yes.addEventListener("click", () => {
    reset();
    end();
  });
  reset();
  return { element: element("div", {}, ask, sure), reset };
}
