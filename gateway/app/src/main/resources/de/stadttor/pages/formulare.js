// The form builder of the desk: a list of all forms, and one of them being built. The token stays in memory.
import { Refused } from "./desk-api.js";
import { deskLogin } from "./desk-login.js";
import { deskApi } from "./formulare-api.js";
import { newDefinition } from "./formulare-definition.js";
import { formEditor } from "./formulare-editor.js";
import { formList } from "./formulare-list.js";
import { otherThan, usualLanguage, wordsIn } from "./formulare-texts.js";

const $ = (id) => document.getElementById(id);
const page = { language: usualLanguage(), api: null, forms: [], editor: null };

$("language").addEventListener("click", () => {
  page.language = otherThan(page.language);
  speak();
  if (page.editor) showEditor(page.editor.state());
  else if (page.api) showList();
});
addEventListener("beforeunload", (event) => page.editor?.unsaved() && event.preventDefault());
await start();

async function start() {
  speak();
  const token = await deskLogin($("page"), words().login);
  page.api = deskApi(token, () => page.language);
  await reload("");
}

function words() {
  return wordsIn(page.language);
}

function speak() {
  document.documentElement.lang = page.language;
  $("language").textContent = words().other;
  $("language").lang = otherThan(page.language);
}

function tell(text) {
  $("notice").textContent = text;
  $("notice").hidden = text === "";
}

function head(text) {
  $("title").textContent = text;
  document.title = text;
}

async function reload(told) {
  try {
    page.forms = await page.api.forms();
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return tell(`${words().notLoaded} ${refused.message}`);
  }
  page.editor = null;
  showList();
  tell(told);
}

function showList() {
  head(words().title);
  const shown = formList(page.forms, { api: page.api, words: words(), tell, open, create, reload });
  $("page").replaceChildren(shown);
}

async function open(form) {
  const [{ content, tag }, versions, queues] = await Promise.all([page.api.read(form), page.api.versions(form), page.api.queues()]);
  showEditor({ form, definition: content.definition, tag, version: content.version, versions, queues });
  arrive();
}

async function create(form) {
  const queues = await page.api.queues();
  showEditor({ form, definition: newDefinition(queues[0]?.key ?? ""), saved: null, tag: null, version: null, versions: [], queues });
  arrive();
}

function showEditor(opened) {
  head(words().editing(opened.form));
  page.editor = formEditor(opened, { api: page.api, words: words(), language: page.language, tell, back });
  $("page").replaceChildren(page.editor.element);
}

function back() {
  if (!page.editor.unsaved() || confirm(words().leave)) reload("");
}

function arrive() {
  tell("");
  $("title").focus();
}
