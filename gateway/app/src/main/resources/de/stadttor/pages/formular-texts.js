// The words around a form, by language.

const TEXTS = {
  de: {
    other: "English",
    loggedIn: ({ name, assuranceLevel }) => `Angemeldet: ${name ?? ""} (${LEVELS.de[assuranceLevel]})`,
    unknown: "Dieses Formular gibt es nicht, oder es wird nicht mehr angenommen.",
    broken: "Das Formular kann gerade nicht geladen werden. Bitte versuchen Sie es später noch einmal.",
    login: (level) => `Dieses Formular kann nur mit einer Anmeldung abgeschickt werden (Vertrauensniveau ${LEVELS.de[level]}).`,
    loginLink: "Jetzt anmelden",
    loginFiles: "Dateien wählen Sie bitte nach der Anmeldung aus.",
    restored: "Ihr Entwurf ist wiederhergestellt.",
    restoredFiles: "Ihr Entwurf ist wiederhergestellt. Die Dateien wählen Sie bitte noch einmal aus.",
    drafts: "Was Sie eingeben, bleibt bis zum Absenden in diesem Browser.",
    shortDrafts: "Was Sie eingeben, bleibt bis zum Absenden in diesem Browser, solange der Tab offen ist.",
    erase: "Eingaben löschen",
    erased: "Ihre Eingaben sind gelöscht.",
    privacy: "Datenschutz (Art. 13 DSGVO)",
    usualPrivacy:
      "Ihre Stadt verarbeitet diese Angaben, um Ihr Anliegen zu bearbeiten (Art. 6 Abs. 1 Buchst. e DSGVO), und löscht sie nach den Fristen dieses Formulars. Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Widerspruch und können sich bei der Datenschutzaufsicht beschweren.",
    trap: "Bitte lassen Sie dieses Feld leer",
    send: "Absenden",
    sendWithLogin: "Anmelden und absenden",
    working: "Wird vorbereitet …",
    sending: "Wird gesendet …",
    upload: "Fortschritt des Sendens",
    again: "Die Verbindung ist abgebrochen. Ihre Eingaben sind noch da: Bitte senden Sie noch einmal, es entsteht nichts doppelt.",
    later: (seconds) => `Gerade ist viel los. Bitte versuchen Sie es in ${seconds} Sekunden noch einmal.`,
    sentBefore: "Dieses Formular ist schon mit anderen Angaben angekommen. Wenn Sie noch einmal absenden, wird daraus ein neues Anliegen.",
    refused: "Das Formular konnte nicht angenommen werden.",
    reference: (id) => `Kennung der Anfrage: ${id}`,
    thanks: "Ihr Anliegen ist angekommen",
    number: "Ihre Vorgangsnummer",
    receivedAt: (time) => `Eingegangen am ${time}.`,
    link: "Mit diesem Link sehen Sie, wie es weitergeht, und antworten. Bewahren Sie ihn auf: Wer ihn hat, kann mitlesen.",
    account: "Sie finden das Anliegen in Ihrem Nutzerkonto.",
    copy: "Link kopieren",
    copied: "Der Link ist kopiert.",
    print: "Drucken",
    another: "Formular noch einmal ausfüllen",
  },
  en: {
    other: "Deutsch",
    loggedIn: ({ name, assuranceLevel }) => `Logged in: ${name ?? ""} (${LEVELS.en[assuranceLevel]})`,
    unknown: "There is no such form, or it is not accepted any more.",
    broken: "The form cannot be loaded now. Please try again later.",
    login: (level) => `This form can be sent with a login only (level of assurance ${LEVELS.en[level]}).`,
    loginLink: "Log in now",
    loginFiles: "Please choose files after the login.",
    restored: "Your draft has been restored.",
    restoredFiles: "Your draft has been restored. Please choose the files once more.",
    drafts: "What you enter stays in this browser until you send it.",
    shortDrafts: "What you enter stays in this browser until you send it, as long as this tab is open.",
    erase: "Erase what I entered",
    erased: "What you entered has been erased.",
    privacy: "Data protection (Article 13 GDPR)",
    usualPrivacy:
      "Your city processes this in order to deal with your concern (Article 6(1)(e) GDPR), and erases it after the periods of this form. You have the right to access, rectification, erasure, restriction and objection, and to complain to the supervisory authority.",
    trap: "Please leave this field empty",
    send: "Send",
    sendWithLogin: "Log in and send",
    working: "Preparing …",
    sending: "Sending …",
    upload: "Progress of sending",
    again: "The connection broke. What you entered is still here: please send it again, nothing will come twice.",
    later: (seconds) => `We are busy just now. Please try again in ${seconds} seconds.`,
    sentBefore: "This form has arrived before, filled in differently. If you send it again, it becomes a new concern.",
    refused: "The form could not be accepted.",
    reference: (id) => `Reference of the request: ${id}`,
    thanks: "Your concern has arrived",
    number: "Your case number",
    receivedAt: (time) => `Received on ${time}.`,
    link: "This link shows you how it goes on, and lets you answer. Keep it safe: whoever has it can read along.",
    account: "You find the concern in your account.",
    copy: "Copy link",
    copied: "The link has been copied.",
    print: "Print",
    another: "Fill in the form once more",
  },
};

const LEVELS = {
  de: { basic: "Basisregistrierung", low: "niedrig", substantial: "substanziell", high: "hoch" },
  en: { basic: "basic", low: "low", substantial: "substantial", high: "high" },
};

export function pageTexts(language) {
  return TEXTS[language];
}

/** The other of the two languages. */
export function otherThan(language) {
  return language === "de" ? "en" : "de";
}

/** What the browser speaks, if we do. */
export function usualLanguage() {
  const asked = navigator.languages.map((tag) => tag.split("-")[0]);
  return asked.find((tag) => Object.hasOwn(TEXTS, tag)) ?? "de";
}
