// The files of a chat lie at its ticket: whoever wants one gets it there, as a download.
import { Refused } from "./desk-api.js";
import { element } from "./elements.js";

/** @returns {{element: Element, show: (entries: object[]) => void}} one button for each file that came */
export function fileButtons({ ticket }, { desk, api, words }) {
  const list = element("p", { class: "actions", role: "group", "aria-label": words.files });
  const shown = new Set();

  function show(entries) {
    for (const { key, from, files = [] } of entries) {
      if (from !== "citizen" || shown.has(key)) continue;
      shown.add(key);
      list.append(...files.map(button));
    }
    list.hidden = list.childElementCount === 0;
  }

  function button(file) {
    const made = element("button", { type: "button", class: "quiet" }, words.download(file.name));
    made.addEventListener("click", () => download(file).catch(refused));
    return made;
  }

  async function download({ name, size }) {
    const found = (await api.files(ticket)).find((file) => file.name === name && file.size === size);
    if (!found) return desk.tell(words.noFile);
    const address = URL.createObjectURL(await api.file(ticket, found));
    element("a", { href: address, download: name }).click();
    URL.revokeObjectURL(address);
  }

  function refused(failure) {
    if (!(failure instanceof Refused)) throw failure;
    desk.tell(failure.message);
  }

  return { element: list, show };
}
