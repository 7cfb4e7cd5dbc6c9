// The caseworkers' side of the chat, until the desk has it. The token stays in memory.
import { Refused } from "./desk-api.js";
import { chatApi } from "./desk-chat-api.js";
import { ChatDesk } from "./desk-chat-desk.js";
import { offersView, overviewView, presenceView } from "./desk-chat-lists.js";
import { roomView } from "./desk-chat-room.js";
import { wordsIn } from "./desk-chat-texts.js";
import { deskLogin } from "./desk-login.js";
import { element, removed } from "./elements.js";
import { otherThan, usualLanguage } from "./formular-texts.js";

const $ = (id) => document.getElementById(id);
const page = { language: usualLanguage(), words: null, api: null, desk: null, queues: [] };
let views = null;

$("language").addEventListener("click", () => {
  page.language = otherThan(page.language);
  speak();
  if (views) build();
});
addEventListener("beforeunload", (event) => page.desk?.unsent() && event.preventDefault());
addEventListener("focus", look);
document.addEventListener("visibilitychange", look);
await start();

async function start() {
  speak();
  const token = await deskLogin($("page"), page.words.login);
  page.api = chatApi(token, () => page.language);
  page.desk = new ChatDesk(token, show);
  tell(page.words.connecting);
  try {
    page.queues = await page.api.queues();
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return tell(refused.message);
  }
  page.desk.start();
}

function speak() {
  page.words = wordsIn(page.language);
  document.documentElement.lang = page.language;
  $("language").textContent = page.words.other;
  $("language").lang = otherThan(page.language);
  $("title").textContent = document.title = page.words.title;
}

function tell(text) {
  if ($("notice").textContent !== text) $("notice").textContent = text;
  $("notice").hidden = text === "";
}

/** What is being written stays, whatever the language. */
function build() {
  const written = new Map([...(views?.rooms ?? [])].map(([chat, { view }]) => [chat, view.written]));
  const none = element("p", {}, page.words.noRooms);
  const grid = element("div", { class: "rooms" });
  const chats = element("section", { "aria-labelledby": "rooms" }, element("h2", { id: "rooms", tabindex: "-1" }, page.words.rooms), none, grid);
  views = { presence: presenceView(page), offers: offersView(page), overview: overviewView(page), rooms: new Map(), none, grid };
  $("page").replaceChildren(views.presence.element, views.offers.element, chats, views.overview.element);
  show();
  views.rooms.forEach(({ view }, chat) => (view.written = written.get(chat) ?? ""));
}

function show() {
  const { desk, words } = page;
  tell(notice());
  if (!desk.me) return;
  if (!views) return build();
  $("operator").textContent = words.loggedIn(desk.me.name);
  [views.presence, views.offers, views.overview].forEach((view) => view.show());
  showRooms();
  document.title = desk.offers.size > 0 ? words.titleWith(desk.offers.size) : words.title;
  look();
}

function notice() {
  const { desk, words } = page;
  switch (desk.connection) {
    case "refused":
      return words.refusedLogin;
    case "offline":
      return [desk.fault ?? words.cut[desk.cut], words.offline].filter(Boolean).join(" ");
    case "connecting":
      return words.connecting;
    default:
      return desk.fault ?? "";
  }
}

function showRooms() {
  const { desk } = page;
  for (const [chat, { room, view }] of views.rooms) if (desk.rooms.get(chat) !== room) drop(chat, view);
  for (const room of desk.rooms.values()) if (!views.rooms.has(room.chat)) add(room);
  views.rooms.forEach(({ view }) => view.show());
  views.none.hidden = views.rooms.size > 0;
}

function add(room) {
  const view = roomView(room, page);
  views.rooms.set(room.chat, { room, view });
  views.grid.append(view.element);
  if (page.desk.accepted !== room.chat) return;
  page.desk.accepted = null;
  view.focus();
}

function drop(chat, view) {
  views.rooms.delete(chat);
  removed(view.element, $("rooms"));
}

function look() {
  if (document.visibilityState === "visible" && document.hasFocus()) page.desk?.look();
}
