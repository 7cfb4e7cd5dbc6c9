// One chat at the desk: who it is, what was said, and what can be done with it.
import { endButton } from "./chat-end.js";
import { chatLog } from "./chat-log.js";
import { writer } from "./chat-write.js";
import { fileButtons } from "./desk-chat-files.js";
import { readyReplies } from "./desk-chat-ready.js";
import { element } from "./elements.js";

/**
 * @param {object} room of the desk
 * @param {{desk: object, api: object, words: object, language: string, queues: object[]}} page
 * @returns {{element: Element, show: () => void, focus: () => void, written: string}}
 */
export function roomView(room, page) {
  const { desk, words, language } = page;
  const { chat } = room;
  const name = element("h3", { id: `name-${chat}` });
  const about = element("p", { class: "about" });
  const state = element("p", { class: "about", role: "status" });
  const log = chatLog(words, { language, own: "office", links: ["office"] });
  const typing = element("p", { class: "typing", role: "status" });
  const write = writer(words, { say: (text) => desk.say(chat, text), typing: (on) => desk.typing(chat, on) }, `message-${chat}`);
  const ready = readyReplies(page, write.insert, `ready-${chat}`);
  const files = fileButtons(room, page);
  const end = endButton(words, () => desk.close(chat));
  const doings = element("div", {}, write.element, ready, transferring(room, page), end.element);
  const remove = element("button", { type: "button", class: "quiet" }, words.remove);
  remove.addEventListener("click", () => desk.remove(chat));
  const article = element("article", { class: "room", "aria-labelledby": `name-${chat}` }, name, about, state, log.element, typing, files.element, doings, remove);

  function show() {
    const entries = room.talk.entries();
    name.replaceChildren(element("bdi", {}, room.name ?? words.unknown), ": ", element("bdi", {}, room.subject));
    about.textContent = words.about(room.ticketNumber, titleOf(room.queue, page));
    say(state, room.over ? (words.over[room.over] ?? words.over.lost) : room.citizenHere ? "" : words.gone);
    say(typing, room.typing ? `${words.citizen} ${words.typing}` : "");
    log.show(entries, false);
    files.show(entries);
    article.classList.toggle("over", room.over !== null);
    doings.hidden = room.over !== null;
    remove.hidden = room.over === null;
  }

  return {
    element: article,
    show,
    focus: () => write.input.focus(),
    get written() { return write.input.value; },
    set written(text) { write.input.value = text; },
  };
}

export function titleOf(queue, { queues }) {
  return queues.find(({ key }) => key === queue)?.title ?? queue;
}

/** A live region speaks when it changes, so it must not change without need. */
function say(region, text) {
  if (region.textContent !== text) region.textContent = text;
}

function transferring({ chat, queue }, { desk, words, queues }) {
  const choices = queues.filter(({ key }) => key !== queue).map(({ key, title }) => element("option", { value: key }, title));
  const target = element("select", { id: `queue-${chat}`, required: true }, element("option", { value: "" }, words.choose), ...choices);
  const operator = element("input", { id: `operator-${chat}`, list: "operators", autocomplete: "off", maxlength: "200", required: true });
  return element(
    "details",
    {},
    element("summary", {}, words.transfer),
    handing(words.toQueue, target, () => desk.transfer(chat, { queue: target.value }), words),
    handing(words.toOperator, operator, () => desk.transfer(chat, { operator: operator.value.trim() }), words),
  );
}

function handing(label, input, hand, words) {
  const button = element("button", { type: "submit", class: "quiet", "aria-label": `${words.transferNow}: ${label}` }, words.transferNow);
  const form = element("form", {}, element("label", { for: input.id }, label), input, element("p", { class: "actions" }, button));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    hand();
  });
  return form;
}
