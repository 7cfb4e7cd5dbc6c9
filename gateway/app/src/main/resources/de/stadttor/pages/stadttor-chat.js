// <stadttor-chat>: the window of a chat with the city, for any page.
import { availabilityOf } from "./chat-availability.js";
import { ChatSession } from "./chat-session.js";
import { chatSheet } from "./chat-style.js";
import { chatLanguage, chatTexts } from "./chat-texts.js";
import { chatView } from "./chat-view.js";
import { element } from "./elements.js";

/**
 * Attributes: `queue` to chat with; `language`, de or en, else that of the page; `server`, the gateway's address, else where
 * this module came from; `floating` for a button in the corner that opens the window. Property `token`: a function that
 * gives an access token of the citizen who is logged in, or null.
 */
class StadttorChat extends HTMLElement {
  static observedAttributes = ["queue", "language", "floating"];

  #give = null;
  #root = this.attachShadow({ mode: "open" });
  #session = null;
  #view = null;
  #launcher = null;
  #state = null;
  #availability = null;
  #expanded = false;
  #look = () => this.#looked();

  connectedCallback() {
    this.#root.adoptedStyleSheets = [chatSheet()];
    const wishes = { queue: () => this.#queue, language: () => this.#language, token: () => this.#token() };
    this.#session = new ChatSession(this.#server, wishes, (state) => this.#show(state));
    addEventListener("focus", this.#look);
    document.addEventListener("visibilitychange", this.#look);
    this.#build();
    this.#session.awake();
    this.#ask();
  }

  disconnectedCallback() {
    removeEventListener("focus", this.#look);
    document.removeEventListener("visibilitychange", this.#look);
    this.#session.leave();
    this.#session = null;
    this.#state = null;
  }

  attributeChangedCallback(name) {
    if (!this.#session) return;
    if (name === "queue") this.#ask();
    else this.#build();
  }

  get token() {
    return this.#give;
  }

  /** May be set, and set anew, at any time: a chat whose login was over goes on. */
  set token(give) {
    this.#give = give;
    this.#session?.loggedIn();
  }

  get #queue() {
    return this.getAttribute("queue") ?? "";
  }

  get #server() {
    return new URL(this.getAttribute("server") ?? import.meta.url, document.baseURI);
  }

  get #language() {
    return chatLanguage(this.getAttribute("language"), this.parentElement?.closest("[lang]")?.lang, navigator.language);
  }

  async #token() {
    try {
      return (await this.#give?.()) ?? null;
    } catch {
      return null;
    }
  }

  async #ask() {
    this.#availability = await availabilityOf(this.#server, this.#queue);
    if (this.#state) this.#show(this.#state);
  }

  /** Also when the language changes: what is being written stays. */
  #build() {
    const words = chatTexts(this.#language);
    const session = this.#session;
    const actions = {
      open: (asked) => session.open(asked),
      takeOver: () => session.takeOver(),
      say: (text) => session.say(text),
      typing: (on) => session.typing(on),
      attach: (file) => session.attach(file),
      end: () => session.end(),
      rate: (stars, comment) => session.rate(stars, comment),
      again: () => session.again(),
      dismiss: () => session.dismiss(),
      minimise: this.#floating ? () => this.#expand(false) : null,
    };
    const before = this.#view;
    this.#view = chatView(words, this.#language, actions);
    if (before) this.#view.written = before.written;
    this.#launcher = this.#floating ? this.#launch(words) : null;
    this.#root.replaceChildren(...[this.#view.element, this.#launcher?.element].filter(Boolean));
    for (const part of this.#root.children) part.lang = this.#language;
    this.#reveal();
    if (this.#state) this.#show(this.#state);
  }

  get #floating() {
    return this.hasAttribute("floating");
  }

  #launch(words) {
    const count = element("span", {});
    const button = element("button", { type: "button", class: "launcher", part: "launcher", "aria-expanded": "false" }, words.launch, count);
    button.addEventListener("click", () => this.#expand(!this.#expanded));
    return { element: button, unread: (number) => (count.textContent = number ? ` (${words.unread(number)})` : "") };
  }

  #expand(expanded) {
    this.#expanded = expanded;
    this.#reveal();
    if (expanded) this.#view.focus();
    else this.#launcher.element.focus();
    this.#looked();
  }

  #reveal() {
    this.#view.element.hidden = this.#floating && !this.#expanded;
    this.#launcher?.element.setAttribute("aria-expanded", String(this.#expanded));
  }

  #show(state) {
    const another = state.phase === "idle" && this.#state && this.#state.phase !== "idle";
    this.#state = state;
    if (another) this.#ask();
    this.#view.show({ ...state, availability: this.#availability });
    this.#launcher?.unread(state.unread);
    this.#looked();
  }

  #looked() {
    const seen = document.visibilityState === "visible" && document.hasFocus() && !this.#view.element.hidden;
    if (seen) this.#session?.look();
  }
}

if (!customElements.get("stadttor-chat")) customElements.define("stadttor-chat", StadttorChat);
