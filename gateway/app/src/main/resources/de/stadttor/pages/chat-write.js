// Where somebody writes: Enter sends, and what is being typed is told to the other side, but not what.
import { element } from "./elements.js";

const LONGEST = 5000;
const REPEAT = 4000;
const PAUSE = 6000;

/**
 * @param {object} words
 * @param {{say: (text: string) => void, typing: (on: boolean) => void, attach?: (file: File) => void}} actions
 * @param {string} id of the input, unique in its tree
 * @returns {{element: Element, input: HTMLTextAreaElement, insert: (text: string) => void, files: (allowed: boolean) => void}}
 */
export function writer(words, actions, id) {
  const input = element("textarea", { id, rows: "2", maxlength: LONGEST, "aria-describedby": `${id}-help`, enterkeyhint: "send" });
  const hint = typingHint(actions.typing);
  const send = () => {
    const text = input.value.trim();
    if (text === "") return;
    input.value = "";
    hint.stop();
    actions.say(text);
    input.focus();
  };
  input.addEventListener("input", hint.go);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  const choose = actions.attach ? chooser(words, actions.attach) : null;
  const form = element(
    "form",
    { class: "write" },
    element("label", { for: id }, words.message),
    input,
    element("p", { id: `${id}-help`, class: "beside" }, words.messageHelp),
    element("p", { class: "actions" }, element("button", { type: "submit", class: "primary" }, words.send), choose),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  return { element: form, input, insert: (text) => insert(input, text) };
}

function chooser(words, attach) {
  const input = element("input", { type: "file", class: "beside" });
  input.addEventListener("change", () => {
    for (const file of input.files) attach(file);
    input.value = "";
  });
  return element("label", { class: "file" }, words.attach, input);
}

/** Where the caret stands. */
function insert(input, text) {
  input.setRangeText(text, input.selectionStart, input.selectionEnd, "end");
  input.focus();
}

/** Told again every few seconds while it lasts, so that a lost word about its end does no harm. */
function typingHint(tell) {
  let told = 0;
  let pause = 0;
  const stop = () => {
    clearTimeout(pause);
    if (told) tell(false);
    told = 0;
  };
  const go = () => {
    clearTimeout(pause);
    pause = setTimeout(stop, PAUSE);
    if (Date.now() - told < REPEAT) return;
    told = Date.now();
    tell(true);
  };
  return { go, stop };
}
