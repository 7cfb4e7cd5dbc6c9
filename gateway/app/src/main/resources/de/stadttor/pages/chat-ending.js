// What comes after a chat: where its case is found, a rating, the conversation as a file, and another chat.
import { element } from "./elements.js";

const LONGEST_COMMENT = 2000;

/**
 * @param {object} words
 * @param {{rate: (stars: number, comment: string) => void, again: () => void, save: () => void}} actions
 * @returns {{element: Element, show: ({reason: string, rated: boolean, accessUrl: string|null}) => void}}
 */
export function ending(words, { rate, again, save }) {
  const link = element("a", { target: "_blank", rel: "noopener" }, words.caseLink);
  const place = element("p", {}, words.caseHelp, " ", link);
  const form = ratingForm(words, rate);
  const thanks = element("p", { role: "status" });

  const show = ({ reason, rated, accessUrl }) => {
    place.hidden = !accessUrl;
    if (accessUrl) link.href = accessUrl;
    form.hidden = rated || reason === "unattended";
    thanks.textContent = rated ? words.rated : "";
  };
  const actions = element("p", { class: "actions" }, button(words.save, save), button(words.another, again));
  return { element: element("div", { class: "page" }, place, form, thanks, actions), show };
}

function button(label, act) {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
}

function ratingForm(words, rate) {
  const stars = words.stars.map((label, index) => {
    const input = element("input", { type: "radio", name: "stars", value: String(index + 1), required: true });
    return element("label", { class: "star" }, input, label);
  });
  const comment = element("textarea", { id: "comment", rows: "2", maxlength: LONGEST_COMMENT });
  const form = element(
    "form",
    {},
    element("fieldset", {}, element("legend", {}, words.rate), ...stars),
    element("label", { for: "comment" }, words.comment, element("span", { class: "optional" }, ` ${words.optional}`)),
    comment,
    element("p", { class: "actions" }, element("button", { type: "submit", class: "primary" }, words.rateSend)),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    rate(Number(new FormData(form).get("stars")), comment.value.trim());
  });
  return form;
}

/** As plain text: it opens everywhere, and nothing in it can do anything. */
export function saveTalk(words, language, { entries, ticketNumber }) {
  const told = entries.map(({ from, at, text, files }) => {
    const when = at ? new Date(at).toLocaleString(language) : words.refused;
    return `${from === "citizen" ? words.you : words.office} (${when}):\n${text ?? files[0].name}\n`;
  });
  const address = URL.createObjectURL(new Blob([[words.ticket(ticketNumber), "", ...told].join("\n")], { type: "text/plain" }));
  element("a", { href: address, download: `chat-${ticketNumber}.txt` }).click();
  URL.revokeObjectURL(address);
}
