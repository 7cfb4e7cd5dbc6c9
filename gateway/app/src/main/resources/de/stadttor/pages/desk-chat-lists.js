// What stands beside the chats: whether somebody takes any, which ones are offered, and what goes on in a queue.
import { titleOf } from "./desk-chat-room.js";
import { element, removed } from "./elements.js";

/** @returns {{element: Element, show: () => void}} */
export function presenceView({ desk, words }) {
  const button = element("button", { type: "button", class: "primary" });
  const capacity = element("input", { id: "capacity", type: "number", min: "1", max: "10", inputmode: "numeric" });
  const told = element("p", { role: "status" });
  const seats = () => Math.min(10, Math.max(1, Math.trunc(Number(capacity.value)) || 1));
  button.addEventListener("click", () => desk.present(desk.me.state === "available" ? "away" : "available", seats()));
  capacity.addEventListener("change", () => desk.present(desk.me.state, seats()));
  const inputs = element("div", { class: "presence" }, element("div", {}, element("label", { for: "capacity" }, words.capacity), capacity), button);

  function show() {
    const { state, capacity: most } = desk.me;
    button.textContent = state === "available" ? words.away : words.available;
    const text = state === "available" ? words.isAvailable : words.isAway;
    if (told.textContent !== text) told.textContent = text;
    if (document.activeElement !== capacity) capacity.value = String(most);
  }

  return { element: element("section", { "aria-labelledby": "presence" }, element("h2", { id: "presence" }, words.presence), told, inputs), show };
}

/** @returns {{element: Element, show: () => void}} */
export function offersView(page) {
  const { desk, words } = page;
  const heading = element("h2", { id: "offers", tabindex: "-1" }, words.offers);
  const none = element("p", {}, words.noOffers);
  const list = element("ul", { class: "offers", "aria-live": "polite" });
  const nodes = new Map();

  function show() {
    for (const [chat, node] of nodes) if (!desk.offers.has(chat)) drop(chat, node);
    for (const offer of desk.offers.values()) if (!nodes.has(offer.chat)) nodes.set(offer.chat, list.appendChild(drawn(offer)));
    none.hidden = nodes.size > 0;
  }

  function drop(chat, node) {
    nodes.delete(chat);
    removed(node, heading);
  }

  function drawn({ chat, queue, language, since }) {
    const about = words.offer(titleOf(queue, page), language, clock(since, page));
    const accept = button(words.accept, () => desk.accept(chat), words.acceptOf(about), "primary");
    const decline = button(words.decline, () => desk.decline(chat), words.declineOf(about));
    return element("li", {}, element("span", {}, about), element("span", { class: "actions" }, accept, decline));
  }

  return { element: element("section", { "aria-labelledby": "offers" }, heading, none, list), show };
}

/** For team leads; @returns {{element: Element, show: () => void}} */
export function overviewView(page) {
  const { desk, words, queues } = page;
  const choices = queues.map(({ key, title }) => element("option", { value: key }, title));
  const select = element("select", { id: "watch" }, element("option", { value: "" }, words.nobody), ...choices);
  select.addEventListener("change", () => desk.watch(select.value || null));
  const body = element("div", {});
  const operators = element("datalist", { id: "operators" });
  const details = element("details", { class: "overview" }, element("summary", {}, words.overview), element("label", { for: "watch" }, words.watch), select, body, operators);

  function show() {
    const now = desk.overview;
    details.hidden = !desk.me.supervisor;
    body.replaceChildren(...(now ? [waiting(now, page), running(now, page), onDuty(now, words)] : []));
    operators.replaceChildren(...(now?.operators ?? []).map(({ subject, name }) => element("option", { value: subject }, name)));
  }

  return { element: details, show };
}

function waiting({ waiting: chats, operators }, page) {
  const { desk, words } = page;
  const rows = chats.map(({ chat, since, operator }) => {
    const at = clock(since, page);
    return [at, nameOf(operator, operators, words), button(words.take, () => desk.accept(chat), words.takeOf(at))];
  });
  return table(words.waiting, [words.since, words.by, words.take], rows, words);
}

function running({ running: chats, operators }, page) {
  const rows = chats.map(({ since, operator }) => [clock(since, page), nameOf(operator, operators, page.words)]);
  return table(page.words.running, [page.words.since, page.words.by], rows, page.words);
}

function onDuty({ operators }, words) {
  const rows = operators.map(({ name, state, busy, capacity }) => [name, words.states[state], `${busy} / ${capacity}`]);
  return table(words.operators, [words.name, words.state, words.busy], rows, words);
}

function nameOf(operator, operators, words) {
  return operators.find(({ subject }) => subject === operator)?.name ?? operator ?? words.none;
}

function table(title, heads, rows, words) {
  const head = element("thead", {}, element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text))));
  const body = element("tbody", {}, ...rows.map((cells) => element("tr", {}, ...cells.map((cell) => element("td", {}, cell)))));
  const shown = rows.length > 0 ? element("table", {}, head, body) : element("p", {}, words.none);
  return element("div", { class: "scroll" }, element("h3", {}, `${title} (${rows.length})`), shown);
}

function button(label, act, name, look = "quiet") {
  const made = element("button", { type: "button", class: look, "aria-label": name }, label);
  made.addEventListener("click", act);
  return made;
}

function clock(instant, { language }) {
  return new Date(instant).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
}
