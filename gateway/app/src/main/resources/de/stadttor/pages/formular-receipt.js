// What somebody gets who sent a form: the number, the link of their case, and both on paper.
import { element } from "./elements.js";

/** @param {{number: string, accessUrl: string|null, receivedAt: string}} receipt */
export function receiptView(receipt, texts, language, tell) {
  const time = new Date(receipt.receivedAt).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
  const print = element("button", { type: "button", class: "quiet" }, texts.print);
  print.addEventListener("click", () => window.print());
  const again = element("a", { href: location.pathname, class: "noprint" }, texts.another);
  return element(
    "div",
    { class: "receipt" },
    element("p", {}, texts.number, element("br"), element("span", { class: "number" }, receipt.number)),
    element("p", {}, texts.receivedAt(time)),
    ...(receipt.accessUrl ? link(receipt.accessUrl, texts) : [element("p", {}, texts.account)]),
    element("p", { class: "actions" }, receipt.accessUrl ? copy(receipt.accessUrl, texts, tell) : null, print),
    element("p", {}, again),
  );
}

function link(url, texts) {
  return [element("p", {}, texts.link), element("p", { class: "link" }, element("a", { href: url }, url))];
}

function copy(url, texts, tell) {
  const button = element("button", { type: "button", class: "primary" }, texts.copy);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(url);
    tell(texts.copied);
  });
  return button;
}
