// How the window looks. Pages change it by custom properties and parts; a sheet that is built needs no leave of a policy.

const CHAT_CSS = `
:host {
  --accent: var(--stadttor-chat-accent, light-dark(#0b5394, #8fc1f0));
  --on-accent: var(--stadttor-chat-on-accent, light-dark(#fff, #10161c));
  --surface: var(--stadttor-chat-surface, light-dark(#fff, #1b1f23));
  --text: var(--stadttor-chat-text, light-dark(#1a1a1a, #f0f0f0));
  --muted: var(--stadttor-chat-muted, light-dark(#555, #bbb));
  --own: var(--stadttor-chat-own, light-dark(#e5effa, #243748));
  --fault: var(--stadttor-chat-fault, light-dark(#b00020, #ff9aa8));
  --radius: var(--stadttor-chat-radius, .5rem);
  color: var(--text); display: block;
  font: var(--stadttor-chat-font, 1rem/1.5 system-ui, sans-serif); text-align: start;
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
h2 { font-size: 1.1rem; line-height: 1.3; margin: 0; }
p { margin: 0 0 .5rem; }
.panel {
  background: var(--surface); border: 1px solid var(--muted); border-radius: var(--radius); display: flex;
  flex-direction: column; height: var(--stadttor-chat-height, 34rem); max-height: 100%;
  max-width: var(--stadttor-chat-width, 30rem); min-height: 20rem; overflow: hidden;
}
.head { align-items: center; border-block-end: 1px solid var(--muted); display: flex; gap: .5rem; justify-content: space-between; padding: .5rem .75rem; }
.state { margin: 0; padding: .35rem .75rem; }
.state:empty { padding: 0; }
.fault { align-items: start; border-block: 2px solid var(--fault); color: var(--fault); display: flex; gap: .5rem; justify-content: space-between; padding: .35rem .75rem; }
.wrong { color: var(--fault); font-weight: bold; margin: .1rem 0; }
.page { display: flex; flex: 1; flex-direction: column; min-height: 0; overflow: auto; padding: .75rem; }
.talk { padding: 0; }
.log { flex: 1; min-height: 6rem; overflow: auto; overscroll-behavior: contain; padding: .5rem .75rem; }
.message { border: 1px solid var(--muted); border-radius: var(--radius); margin: 0 2.5rem .5rem 0; overflow-wrap: anywhere; padding: .35rem .6rem; width: fit-content; }
.message.citizen { background: var(--own); margin-inline: 2.5rem 0; margin-inline-start: auto; }
.message .who { font-weight: bold; margin: 0; }
.message .text { margin: 0; unicode-bidi: plaintext; white-space: pre-wrap; }
.message .when, .help, .typing { color: var(--muted); font-size: .875rem; margin: 0; }
.typing { min-height: 1.3rem; padding: 0 .75rem; }
.message.refused { border-color: var(--fault); }
.write { align-items: end; border-block-start: 1px solid var(--muted); display: flex; flex-wrap: wrap; gap: .5rem; padding: .5rem .75rem; }
.write > label, .write > textarea { flex: 1 0 100%; margin: 0; }
.write p { margin: 0; }
.write > div { margin-inline-start: auto; }
label, legend { display: block; font-weight: bold; margin: 0 0 .3rem; padding: 0; }
a { color: var(--accent); }
.optional { color: var(--muted); font-weight: normal; }
input:not([type=radio], [type=file]), textarea {
  background: var(--surface); border: 1px solid var(--muted); border-radius: calc(var(--radius) / 2); color: inherit;
  font: inherit; margin: 0 0 .5rem; max-width: 100%; min-height: 2.75rem; padding: .4rem .5rem; width: 100%;
}
textarea { display: block; resize: vertical; }
[aria-invalid=true] { border: 2px solid var(--fault) !important; }
fieldset { border: 0; margin: 0 0 .75rem; min-inline-size: 0; padding: 0; }
.star { align-items: center; display: flex; font-weight: normal; gap: .5rem; min-height: 2rem; }
.star input { flex: none; height: 1.3rem; margin: 0; width: 1.3rem; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; }
button, .file {
  background: none; border: 1px solid var(--muted); border-radius: calc(var(--radius) / 2); color: inherit; cursor: pointer;
  font: inherit; min-height: 2.75rem; min-width: 2.75rem; padding: .4rem .9rem;
}
.file { align-items: center; display: inline-flex; font-weight: normal; margin: 0; }
button.primary, .launcher { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: bold; }
button[aria-disabled=true] { cursor: default; opacity: .6; }
.file:focus-within, :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.log:focus-visible { outline-offset: -3px; }
.beside { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
:host([floating]) .panel {
  box-shadow: 0 .25rem 1.5rem #0006; height: min(var(--stadttor-chat-height, 34rem), 100dvh - 6rem); inset-block-end: 5rem;
  inset-inline-end: 1rem; position: fixed; width: min(var(--stadttor-chat-width, 26rem), 100vw - 2rem); z-index: var(--stadttor-chat-layer, 1000);
}
.launcher { border-radius: 2rem; inset-block-end: 1rem; inset-inline-end: 1rem; padding: .6rem 1.4rem; position: fixed; z-index: var(--stadttor-chat-layer, 1000); }
@media (max-width: 30rem), (max-height: 30rem) {
  :host([floating]) .panel { border-radius: 0; height: auto; inset: 0; max-height: none; width: auto; }
  :host([floating]) .panel:not([hidden]) ~ .launcher { display: none; }
  .write textarea { max-height: 30vh; }
  .write button, .write .file { padding-inline: .6rem; }
}
@media (max-height: 30rem) { .panel { overflow: auto; } .page, .log { flex: none; overflow: visible; } }
@media (forced-colors: active) { .message.citizen { border-style: double; border-width: 3px; } }
@media (prefers-reduced-motion: no-preference) { .fault { animation: appear .15s ease-out; } }
@keyframes appear { from { opacity: .4; } }
`;

let sheet = null;

/** One sheet for all windows of a page. */
export function chatSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CHAT_CSS);
  }
  return sheet;
}
