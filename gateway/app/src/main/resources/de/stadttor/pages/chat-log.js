// The conversation on the screen. Nodes stay while their message does, so that a screen reader hears each one once.
import { element } from "./elements.js";

const NEAR = 80;
const LINK = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/;

/**
 * @param {object} words
 * @param {{language: string, own: string, links: string[]}} options own: whose messages stand on the own side; links: whose
 *     addresses can be followed
 * @returns {{element: Element, show: (entries: object[], quiet: boolean) => void}} an entry is {key, from, text, at, files,
 *     mark}: mark is the key of a word about its delivery; quiet: what comes is old, so nobody is told
 */
export function chatLog(words, { language, own, links }) {
  const log = element("div", { class: "log", role: "log", "aria-label": words.log, tabindex: "0" });
  const nodes = new Map();

  function show(entries, quiet) {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    log.setAttribute("aria-live", quiet ? "off" : "polite");
    const known = new Set(entries.map(({ key }) => key));
    for (const [key, node] of nodes) if (!known.has(key)) remove(key, node);
    let before = log.firstChild;
    for (const entry of entries) {
      const node = placed(entry);
      if (node === before) before = before.nextSibling;
      else log.insertBefore(node, before);
    }
    if (atEnd) log.scrollTop = log.scrollHeight;
  }

  function remove(key, node) {
    nodes.delete(key);
    node.remove();
  }

  function placed(entry) {
    if (!nodes.has(entry.key)) nodes.set(entry.key, drawn(entry));
    const node = nodes.get(entry.key);
    const when = [entry.at && time(entry.at), entry.mark && words[entry.mark]].filter(Boolean).join(" · ");
    if (node.lastChild.textContent !== when) node.lastChild.textContent = when;
    node.classList.toggle("refused", entry.mark === "refused");
    return node;
  }

  function drawn({ from, text, files = [] }) {
    const who = from === own ? words.you : words[from];
    const only = files.length === 1 && files[0].name === text;
    return element(
      "div",
      { class: `message ${from}` },
      element("p", { class: "who" }, element("bdi", {}, who)),
      element("p", { class: "text" }, ...(only ? [] : followed(text ?? "", links.includes(from)))),
      ...files.map(attached),
      element("p", { class: "when" }),
    );
  }

  function attached({ name }) {
    return element("p", { class: "text" }, element("span", { "aria-label": words.file, role: "img" }, "📎"), " ", element("bdi", {}, name));
  }

  /** Only the office's addresses can be followed: a citizen's may lead a caseworker astray. */
  function followed(text, trusted) {
    if (!trusted) return [text];
    return text.split(LINK).map((part, i) => (i % 2 ? element("a", { href: part, target: "_blank", rel: "noopener noreferrer nofollow" }, part) : part));
  }

  function time(instant) {
    return new Date(instant).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  }

  return { element: log, show };
}
