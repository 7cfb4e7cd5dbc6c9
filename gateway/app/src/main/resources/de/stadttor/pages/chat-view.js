// The window of one chat: which of its parts are seen, and what they say, follows from the state of the session alone.
import { endButton } from "./chat-end.js";
import { ending, saveTalk } from "./chat-ending.js";
import { chatLog } from "./chat-log.js";
import { startForm } from "./chat-start.js";
import { stateText } from "./chat-state.js";
import { writer } from "./chat-write.js";
import { element } from "./elements.js";

/**
 * @param {object} words
 * @param {string} language
 * @param {object} actions of the session, and minimise for a window that can be
 * @returns {{element: Element, show: (state: object) => void, focus: () => void, written: object}} written: what stands in
 *     the inputs and is not sent
 */
export function chatView(words, language, actions) {
  const state = element("p", { class: "state", role: "status" });
  const fault = faultLine(words, actions.dismiss);
  const start = startForm(words, actions.open);
  const elsewhere = takeOver(words, actions.takeOver);
  const log = chatLog(words, { language, own: "citizen", links: ["office"] });
  const typing = element("p", { class: "typing", role: "status" });
  const write = writer(words, { say: actions.say, typing: actions.typing, attach: actions.attach }, "message");
  const end = endButton(words, actions.end);
  const after = ending(words, { rate: actions.rate, again: actions.again, save: () => saveTalk(words, language, last) });
  const head = header(words, actions.minimise);
  write.element.append(end.element);
  const panel = element(
    "section",
    { class: "panel", part: "panel", "aria-label": words.title },
    ...[head.element, state, fault.element, start.element, elsewhere, log.element, typing, write.element, after.element],
  );
  for (const part of [start.element, elsewhere, log.element, typing, write.element, after.element]) part.hidden = true;
  if (actions.minimise) panel.addEventListener("keydown", ({ key }) => key === "Escape" && actions.minimise());
  let shown = null;
  let last = null;

  function show(now) {
    last = now;
    const part = partOf(now.phase);
    const focused = panel.contains(panel.getRootNode().activeElement);
    start.element.hidden = part !== "start";
    start.busy(now.phase === "opening");
    elsewhere.hidden = part !== "elsewhere";
    log.element.hidden = !["talk", "after"].includes(part);
    typing.hidden = write.element.hidden = part !== "talk";
    after.element.hidden = part !== "after";
    after.show(now);
    log.show(now.entries, now.catchingUp);
    head.ticket(now.ticketNumber);
    say(state, stateText(now, words, language));
    say(typing, now.typing ? words.typing(now.name ?? words.office) : "");
    fault.show(now.fault ?? (now.word && words[now.word]));
    if (focused && shown !== part) focusOn(part);
    if (part !== "talk") end.reset();
    shown = part;
  }

  function focusOn(part) {
    if (part === "start") start.focus();
    else if (part === "talk") write.input.focus();
    else if (part === "after") log.element.focus();
    else elsewhere.querySelector("button").focus();
  }

  return {
    element: panel,
    show,
    focus: () => focusOn(shown ?? "start"),
    get written() { return { start: start.values(), message: write.input.value }; },
    set written(before) {
      start.fill(before.start);
      write.input.value = before.message;
    },
  };
}

function partOf(phase) {
  switch (phase) {
    case "idle":
    case "opening":
      return "start";
    case "elsewhere":
      return "elsewhere";
    case "closed":
      return "after";
    default:
      return "talk";
  }
}

/** A live region speaks when it changes, so it must not change without need. */
function say(region, text) {
  if (region.textContent !== text) region.textContent = text;
}

function header(words, minimise) {
  const number = element("small", {});
  const button = minimise ? element("button", { type: "button", "aria-label": words.minimise }, "–") : null;
  button?.addEventListener("click", minimise);
  const title = element("div", {}, element("h2", {}, words.title), number);
  return {
    element: element("header", { class: "head", part: "head" }, title, button),
    ticket: (known) => (number.textContent = known ? words.ticket(known) : ""),
  };
}

function faultLine(words, dismiss) {
  const text = element("span", {});
  const button = element("button", { type: "button", "aria-label": words.dismiss }, "×");
  button.addEventListener("click", dismiss);
  const line = element("div", { class: "fault" }, text, button);
  const region = element("div", { role: "alert" });
  const show = (fault) => {
    if (fault && text.textContent !== fault) text.textContent = fault;
    if (fault && !line.isConnected) region.append(line);
    if (!fault) line.remove();
  };
  return { element: region, show };
}

function takeOver(words, action) {
  const button = element("button", { type: "button", class: "primary" }, words.takeOver);
  button.addEventListener("click", action);
  return element("div", { class: "page" }, element("p", {}, words.closed.elsewhere), element("p", { class: "actions" }, button));
}
