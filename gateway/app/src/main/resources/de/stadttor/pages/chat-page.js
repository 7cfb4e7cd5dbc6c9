// A page around the window: the languages, and another queue or the floating window by the address, to try them.
import { otherThan, usualLanguage } from "./formular-texts.js";

const names = { de: "Deutsch", en: "English" };
const button = document.getElementById("language");
const chat = document.querySelector("stadttor-chat");
const asked = new URLSearchParams(location.search);

if (asked.has("queue")) chat.setAttribute("queue", asked.get("queue"));
if (asked.has("floating")) chat.setAttribute("floating", "");
button.addEventListener("click", () => speak(otherThan(chat.getAttribute("language"))));
speak(asked.get("language") === "en" ? "en" : usualLanguage());

function speak(language) {
  document.documentElement.lang = language;
  chat.setAttribute("language", language);
  button.textContent = names[otherThan(language)];
  button.lang = otherThan(language);
}
