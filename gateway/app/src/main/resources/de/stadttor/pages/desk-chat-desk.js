// A caseworker's chats as this page knows them: who is offered, who is spoken to, and what waits to be sent.
import { chatLink } from "./chat-link.js";
import { chatOutbox } from "./chat-outbox.js";
import { talkOf } from "./chat-talk.js";

const SOCKET = "/api/desk/v1/chats/socket";
const PASSING = ["too-fast", "busy", "internal"];
const NOT_OURS = ["unknown-chat", "over"];
const TYPING_LASTS = 10_000;

export class ChatDesk {
  #token;
  #changed;
  #link;
  #greetings = 0;
  #presence = null;
  #watched = null;
  #talks = new Map();
  #due = 0;

  /** @type {"connecting"|"online"|"offline"|"refused"} */
  connection = "connecting";
  /** Why the connection was ended, by the server's word; null for a network that broke. */
  cut = null;
  me = null;
  fault = null;
  overview = null;
  /** The chat that was accepted last: where the caseworker goes on. */
  accepted = null;
  offers = new Map();
  rooms = new Map();

  /**
   * @param {() => Promise<string>} token for the desk's API
   * @param {() => void} changed
   */
  constructor(token, changed) {
    this.#token = token;
    this.#changed = changed;
    const address = new URL(SOCKET, location.href.replace(/^http/, "ws")).href;
    this.#link = chatLink(address, { opened: () => this.#greet(), frame: (frame) => this.#take(frame), lost: () => this.#lost() });
  }

  start() {
    this.#link.start();
  }

  present(state, capacity) {
    this.#presence = { type: "presence", state, capacity };
    this.#ask(this.#presence);
  }

  accept(chat) {
    this.accepted = chat;
    this.#ask({ type: "accept", chat });
  }

  decline(chat) {
    this.offers.delete(chat);
    this.#ask({ type: "decline", chat });
  }

  say(chat, text) {
    const room = this.rooms.get(chat);
    room.talk.write({ clientId: crypto.randomUUID(), text });
    room.outbox.flush();
    this.#set();
  }

  typing(chat, on) {
    this.#link.send({ type: "typing", chat, on });
  }

  transfer(chat, to) {
    this.#ask({ type: "transfer", chat, to });
  }

  close(chat) {
    this.#ask({ type: "close", chat });
  }

  /** @param {string|null} queue null for none */
  watch(queue) {
    this.#watched = queue;
    this.overview = null;
    this.#ask({ type: "watch", queue });
  }

  /** Shown until something else is done. */
  tell(fault) {
    this.fault = fault;
    this.#set();
  }

  /** What is before the caseworker's eyes is read. */
  look() {
    for (const room of this.rooms.values()) {
      const newest = Math.max(0, ...room.talk.theirs());
      if (!room.over && newest > room.readTo && this.#link.send({ type: "read", chat: room.chat, position: newest })) room.readTo = newest;
    }
  }

  remove(chat) {
    this.rooms.delete(chat);
    this.#set();
  }

  /** Whether something would be lost with the page. */
  unsent() {
    return [...this.rooms.values()].some((room) => !room.over && room.talk.outbox().length > 0);
  }

  #ask(frame) {
    this.#link.send(frame);
    this.tell(null);
  }

  #set() {
    this.#due ||= setTimeout(() => {
      this.#due = 0;
      this.#changed();
    });
  }

  async #greet() {
    const mine = ++this.#greetings;
    const token = await this.#token().catch(() => null);
    if (mine !== this.#greetings) return;
    if (!token) return this.#link.again();
    const after = Object.fromEntries([...this.rooms.values()].filter(({ over }) => !over).map(({ chat, talk }) => [chat, talk.after()]));
    this.#link.greet({ type: "authenticate", token, after });
  }

  #lost() {
    this.#greetings++;
    if (this.connection !== "refused") this.connection = "offline";
    for (const room of this.rooms.values()) room.outbox.shut();
    this.offers.clear();
    this.#set();
  }

  #take(frame) {
    switch (frame.type) {
      case "operator": this.#known(frame); break;
      case "offered": this.offers.set(frame.chat, frame); break;
      case "withdrawn": this.offers.delete(frame.chat); break;
      case "assigned": this.#assigned(frame); break;
      case "overview": this.overview = frame.queue === this.#watched ? frame : this.overview; break;
      case "authenticate": this.#renew(); break;
      case "closed": this.#closed(frame); break;
      case "error": this.#failed(frame); break;
      default: this.#inRoom(frame);
    }
    this.#set();
  }

  /** Who comes back wants to be as before; the other windows may have changed it meanwhile, so only then. */
  #known(operator) {
    this.me = operator;
    this.connection = "online";
    if (this.#link.isThere()) return;
    this.cut = null;
    this.#link.arrived();
    const { state, capacity } = this.#presence ?? operator;
    if (state !== operator.state || capacity !== operator.capacity) this.#link.send(this.#presence);
    if (this.#watched) this.#link.send({ type: "watch", queue: this.#watched });
  }

  #assigned({ type, ...about }) {
    this.offers.delete(about.chat);
    const before = this.rooms.get(about.chat);
    const room = before && !before.over ? before : this.#room(about.chat);
    Object.assign(room, about);
    room.talk.seen(about.citizenRead);
    this.rooms.set(about.chat, room);
    room.outbox.open();
  }

  /** A chat that comes back brings only what is new to this connection. */
  #room(chat) {
    const talk = this.#talks.get(chat) ?? talkOf("office");
    this.#talks.set(chat, talk);
    const outbox = chatOutbox(() => talk.outbox(), { send: (frame) => this.#link.send({ ...frame, chat }) });
    return { chat, talk, outbox, readTo: 0, typing: false, over: null };
  }

  #inRoom(frame) {
    const room = this.rooms.get(frame.chat);
    if (!room) return;
    switch (frame.type) {
      case "message": return room.talk.hear(frame);
      case "acknowledged":
        room.talk.acknowledge(frame);
        return room.outbox.flush();
      case "typing": return this.#typing(room, frame.on);
      case "read": return room.talk.seen(frame.position);
      case "transferred": return this.#over(room, "transferred");
    }
  }

  #typing(room, on) {
    clearTimeout(room.typingEnds);
    room.typing = on;
    if (on) room.typingEnds = setTimeout(() => this.#typing(room, false), TYPING_LASTS);
    this.#set();
  }

  #over(room, reason) {
    room.over = reason;
    room.typing = false;
    room.outbox.shut();
    room.talk.outbox().forEach(({ clientId }) => room.talk.refuse(clientId));
  }

  #closed({ chat, reason }) {
    const room = this.rooms.get(chat);
    if (room && !room.over) this.#over(room, reason);
    if (chat === null) this.cut = reason;
    if (chat === null && reason === "revoked") this.#refused();
  }

  /** Without a new token the connection ends with the old one, and the next greeting asks once more. */
  async #renew() {
    const token = await this.#token().catch(() => null);
    if (token) this.#link.send({ type: "authenticate", token });
  }

  #refused() {
    this.connection = "refused";
    this.#link.stop();
  }

  /** What keeps us out now need not do so the next time. */
  #notBack(code, text) {
    if (!PASSING.includes(code)) this.fault = text;
    this.#link.again();
  }

  #failed({ code, text, chat, clientId }) {
    if (code === "token-refused") return this.#refused();
    if (!this.#link.isThere()) return this.#notBack(code, text);
    const room = this.rooms.get(chat);
    if (room && NOT_OURS.includes(code)) return this.#over(room, "lost");
    if (room && clientId && PASSING.includes(code)) return room.outbox.retry(clientId);
    if (room && clientId) room.talk.refuse(clientId);
    this.offers.delete(chat);
    this.fault = text;
  }
}
