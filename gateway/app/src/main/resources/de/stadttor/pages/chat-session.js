// One chat from its first message to its rating, whatever the network does: what the server says becomes a state, and the
// state is all that the window shows.
import { delivered, fileOf } from "./chat-files.js";
import { chatKept } from "./chat-kept.js";
import { chatLink } from "./chat-link.js";
import { chatOutbox } from "./chat-outbox.js";
import { chatTabs } from "./chat-tabs.js";
import { talkOf } from "./chat-talk.js";
import { solved } from "./proof.js";

const FOR_GOOD = ["citizen", "office", "idle", "abandoned", "unattended"];
const PASSING = ["too-fast", "busy", "internal"];
const TYPING_LASTS = 10_000;
const CATCHING_UP = 3000;
const BLANK = {
  phase: "idle", online: null, place: null, estimate: null, name: null, notice: null, opensAt: null, reason: null, cut: null,
  typing: false, fault: null, word: null, rated: false,
};

export class ChatSession {
  #server;
  #wishes;
  #changed;
  #kept;
  #tabs;
  #link;
  #outbox;
  #state = { ...BLANK };
  #held = {};
  #talk;
  #upTo;
  #readTo;
  #wish;
  #greetings = 0;
  #typingEnds = 0;
  #due = 0;

  /**
   * @param {URL} server the gateway's address
   * @param {{queue: () => string, language: () => string, token: () => Promise<string|null>}} wishes token: of a citizen who
   *     is logged in; null for anybody
   * @param {(state: object) => void} changed
   */
  constructor(server, wishes, changed) {
    const place = `stadttor-chat ${server.origin}`;
    this.#server = server;
    this.#wishes = wishes;
    this.#changed = changed;
    this.#kept = chatKept(place);
    this.#tabs = chatTabs(place, { give: () => this.#memory(), lost: () => this.#moved() });
    this.#link = chatLink(socketOf(server), { opened: () => this.#greet(), frame: (frame) => this.#take(frame), lost: () => this.#lost() });
    this.#outbox = chatOutbox(() => this.#talk.outbox(), {
      send: this.#link.send,
      deliver: (ticket, blob) => delivered(server, ticket, blob),
      acknowledge: (receipt) => this.#acknowledged(receipt),
      refuse: (clientId) => this.#refuse(clientId),
    });
    this.#anew();
  }

  /** Goes on with what this tab knows, if no other one does. */
  async awake() {
    const before = this.#kept.read();
    if (before && (await this.#tabs.hold())) this.#goOn(before);
    else if (before || (await this.#tabs.heldElsewhere())) this.#set({ phase: "elsewhere" });
    else this.#set({});
  }

  async open({ concern, name, email }) {
    if (!(await this.#tabs.hold())) return this.#set({ phase: "elsewhere" });
    this.#set({ ...BLANK, phase: "opening" });
    const before = this.#held.opening;
    const { clientId, proof } = before?.text === concern ? before : {};
    this.#held = {
      opening: { type: "open", clientId, proof, queue: this.#wishes.queue(), language: this.#wishes.language(), name, email, text: concern },
    };
    await this.#begin();
  }

  async takeOver() {
    const before = (await this.#tabs.takeOver()) ?? this.#kept.read();
    if (before?.chat || before?.opening) this.#goOn(before);
    else this.again();
  }

  say(text) {
    this.#write({ text });
  }

  attach(blob) {
    const file = fileOf(blob);
    if (file) this.#write({ files: [file], blob });
    else this.#set({ word: "tooLarge" });
  }

  typing(on) {
    this.#link.send({ type: "typing", on });
  }

  /** Whoever has the window before them has seen what is in it. */
  look() {
    const newest = Math.max(0, ...this.#talk.theirs());
    if (newest <= this.#readTo) return;
    if (this.#state.phase !== "closed" && !this.#link.send({ type: "read", position: newest })) return;
    this.#readTo = newest;
    this.#set({});
  }

  end() {
    this.#ask({ type: "close" });
  }

  rate(stars, comment) {
    this.#ask({ type: "rate", stars, comment: comment || undefined });
  }

  again() {
    this.#forget({});
  }

  /** There may be a new token. */
  loggedIn() {
    if (this.#state.phase === "paused") this.#link.start();
  }

  dismiss() {
    this.#set({ fault: null, word: null });
  }

  leave() {
    this.#link.stop();
    this.#outbox.shut();
    this.#tabs.close();
  }

  #set(change) {
    Object.assign(this.#state, change);
    this.#due ||= setTimeout(() => {
      this.#due = 0;
      this.#changed(this.#shown());
    });
  }

  #shown() {
    const { ticketNumber, accessUrl } = this.#held;
    const unread = this.#talk.theirs().filter((position) => position > this.#readTo).length;
    const catchingUp = this.#isBehind();
    return { ...this.#state, entries: this.#talk.entries(), catchingUp, ticketNumber, accessUrl, unread };
  }

  /** What another tab, or this one after a reload, needs to go on. Files are too large for that. */
  #memory() {
    return { ...this.#held, outbox: this.#talk.outbox().filter((item) => !item.blob) };
  }

  #keep(change = {}) {
    this.#held = { ...this.#held, ...change };
    this.#kept.keep(this.#memory());
  }

  #anew(unsent = []) {
    this.#talk = talkOf("citizen", unsent);
    this.#upTo = 0;
    this.#readTo = 0;
    this.#wish = null;
  }

  #goOn({ outbox, ...before }) {
    this.#held = before;
    this.#anew(outbox);
    this.#keep();
    this.#set({ ...BLANK, phase: before.chat ? "coming" : "opening" });
    this.#link.start();
  }

  /** The proof stays with the question: asked twice, it is one chat. */
  async #begin() {
    const { opening } = this.#held;
    try {
      opening.clientId ??= crypto.randomUUID();
      if (!opening.proof && !(await this.#wishes.token())) opening.proof = await this.#prove();
    } catch {
      return this.#forget({ word: "unproven" });
    }
    this.#keep();
    this.#link.start();
  }

  #prove() {
    return solved(new URL("/chat/v1/challenge", this.#server), new URL("/pages/proof-worker.js", this.#server));
  }

  async #greet() {
    const mine = ++this.#greetings;
    const token = (await this.#wishes.token()) ?? undefined;
    if (mine !== this.#greetings) return;
    const { chat, secret, opening } = this.#held;
    this.#link.greet(chat ? { type: "resume", chat, secret, after: this.#talk.after(), token } : { ...opening, token });
  }

  #lost() {
    this.#greetings++;
    this.#outbox.shut();
    this.#set({ online: false, typing: false });
  }

  #take(frame) {
    switch (frame.type) {
      case "opened": return this.#opened(frame);
      case "resumed": return this.#resumed(frame);
      case "waiting": return this.#set({ phase: "waiting", place: frame.place, estimate: frame.estimateSeconds });
      case "unattended": return this.#set({ phase: "unattended", notice: frame.text, opensAt: frame.opensAt });
      case "assigned": return this.#set({ phase: "running", name: frame.name });
      case "transferred": return this.#set({ phase: "transferred", typing: false });
      case "message": return this.#message(frame);
      case "acknowledged": return this.#acknowledged(frame);
      case "typing": return this.#othersType(frame.on);
      case "read": return this.#othersRead(frame.position);
      case "upload": return this.#outbox.upload(frame);
      case "closed": return this.#closed(frame.reason);
      case "rated": return this.#rated();
      case "authenticate": return this.#authenticate();
      case "error": return this.#failed(frame);
    }
  }

  #opened({ chat, secret, ticketNumber, accessUrl, position, at }) {
    this.#talk.hear({ position, from: "citizen", text: this.#held.opening.text, at, files: [] });
    this.#arrive({ chat, secret, ticketNumber, accessUrl, opening: undefined }, "waiting");
  }

  #resumed({ secret, position, state }) {
    this.#upTo = position;
    this.#arrive({ secret }, state);
    setTimeout(() => this.#caughtUp(), CATCHING_UP);
    this.#settle();
  }

  /** Whether what comes now was said before. */
  #isBehind() {
    return this.#talk.after() < this.#upTo;
  }

  /** The last place need not be that of a message, so what does not come soon does not come. */
  #caughtUp() {
    this.#upTo = 0;
    this.#settle();
    this.#set({});
  }

  /** A chat that is over has nothing more to tell, once everything was told. */
  #settle() {
    if (this.#state.phase === "closed" && !this.#wish && !this.#isBehind()) this.#over(this.#state.reason);
  }

  /** First the new secret is safe, then the server forgets the former one. */
  #arrive(news, phase) {
    this.#keep(news);
    this.#link.arrived();
    this.#link.send({ type: "keep" });
    if (this.#wish) this.#link.send(this.#wish);
    if (phase !== "closed") this.#outbox.open();
    this.#set({ phase, online: true, cut: null, fault: null, word: null });
  }

  #message(message) {
    this.#talk.hear(message);
    this.#set(message.from === "office" ? { typing: false } : {});
    this.#settle();
  }

  #acknowledged(receipt) {
    this.#talk.acknowledge(receipt);
    this.#keep();
    this.#outbox.flush();
    this.#set({});
  }

  /** A word about the end may get lost; it ends by itself, too. */
  #othersType(on) {
    clearTimeout(this.#typingEnds);
    if (on) this.#typingEnds = setTimeout(() => this.#set({ typing: false }), TYPING_LASTS);
    this.#set({ typing: on });
  }

  #othersRead(position) {
    this.#talk.seen(position);
    this.#set({});
  }

  async #authenticate() {
    const token = await this.#wishes.token();
    if (token) this.#link.send({ type: "authenticate", token });
  }

  #closed(reason) {
    if (reason === "elsewhere") this.#moved();
    else if (reason === "revoked") this.#pause(reason);
    else if (FOR_GOOD.includes(reason)) this.#over(reason);
    else this.#set({ cut: reason });
  }

  /** The login is over; with a new one the chat goes on, and what was written meanwhile is sent. */
  #pause(reason) {
    this.#rest();
    this.#set({ phase: "paused", cut: reason, online: null, typing: false });
  }

  #over(reason) {
    this.#rest();
    this.#wish = null;
    this.#talk.outbox().forEach(({ clientId }) => this.#talk.refuse(clientId));
    this.#keep();
    this.#tabs.letGo();
    this.#set({ phase: "closed", reason, online: null, typing: false });
  }

  #rated() {
    this.#rest();
    this.#wish = null;
    this.#set({ rated: true });
  }

  #failed({ code, text, clientId }) {
    if (this.#held.opening) return this.#notOpened(code, text);
    if (code === "token-refused") return this.#pause("token-expired");
    if (code === "resume-refused") return this.#forget({ word: "gone" });
    if (code === "over") return this.#over("office");
    if (code === "already") return this.#rated();
    if (!this.#link.isThere()) return this.#notBack(code, text);
    if (clientId && PASSING.includes(code)) return this.#outbox.retry(clientId);
    if (!clientId && !this.#wish && PASSING.includes(code)) return;
    if (clientId) this.#refuse(clientId);
    this.#set({ fault: text });
  }

  /** What keeps the chat from coming back now need not do so the next time. */
  #notBack(code, text) {
    if (!PASSING.includes(code)) this.#set({ fault: text });
    this.#link.again();
  }

  /** A proof that is no good is found anew, once; another fault is for people to see. */
  #notOpened(code, text) {
    const { opening } = this.#held;
    this.#link.stop();
    if (code.startsWith("proof-") && !this.#state.renewed) {
      this.#set({ renewed: true });
      opening.proof = undefined;
      return this.#begin();
    }
    this.#forget({ fault: text });
    if (PASSING.includes(code)) this.#held = { opening };
  }

  #refuse(clientId) {
    if (this.#talk.refuse(clientId)) this.#keep();
    this.#outbox.flush();
    this.#set({ word: "undelivered" });
  }

  #write(item) {
    this.#talk.write({ clientId: crypto.randomUUID(), ...item });
    this.#keep();
    this.#outbox.flush();
    this.#set({});
  }

  /** Told now or, without a connection, as soon as there is one. */
  #ask(frame) {
    this.#wish = frame;
    if (!this.#link.send(frame)) this.#link.start();
  }

  #rest() {
    this.#link.stop();
    this.#outbox.shut();
  }

  #forget(told) {
    this.#rest();
    this.#kept.forget();
    this.#tabs.letGo();
    this.#held = {};
    this.#anew();
    this.#set({ ...BLANK, ...told });
  }

  #moved() {
    this.#forget({ phase: "elsewhere" });
  }
}

function socketOf(server) {
  const address = new URL("/chat/v1", server);
  address.protocol = server.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}
